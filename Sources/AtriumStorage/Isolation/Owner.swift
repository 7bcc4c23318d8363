internal import AtriumSystem

/// The owner of a statement: the kernel, which is trusted, or a module, which can use only tables with its own prefix.
///
/// It is a class, because each step of a statement names its owner: passing and comparing a reference is cheap.
package final class Owner: Hashable, Sendable {
    package let name: String
    package let isKernel: Bool
    let prefix: [UInt8]

    package static let kernel = Owner(name: "kernel")

    package init(name: String) {
        self.name = name
        isKernel = name == "kernel"
        prefix = Array(name.utf8) + [UInt8(ascii: "_")]
    }

    /// Whether the name starts with the owner's prefix, compared as bytes with ASCII case folded, as SQLite does.
    func owns(_ table: UnsafePointer<CChar>) -> Bool {
        for (index, byte) in prefix.enumerated() where ASCII.lowercased(UInt8(bitPattern: table[index])) != byte {
            return false
        }
        return true
    }

    package static func == (left: Owner, right: Owner) -> Bool { left === right || left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
