/// Whose statements run: the kernel, which is trusted, or a module, which reaches tables under its own prefix only.
///
/// A reference, because each step of a statement says whose it is.
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

    /// Why no module may have the name, if so.
    package var clash: String? {
        isKernel ? "reserved" : Self.wordsOfSQLite[name].map { "a word of SQLite's own, as in '\($0)'" }
    }

    /// Each with a name that SQLite resolves by itself, and that would be the owner's. Of all libraries in use, whatever the one at
    /// hand was built with: https://sqlite.org/vtablist.html
    private static let wordsOfSQLite = [
        "sqlite": "sqlite_sequence", "pragma": "pragma_table_info", "main": "main.name", "temp": "temp.name",
        "json": "json_each", "jsonb": "jsonb_each", "fts3": "fts3_tokenizer", "fts4": "USING fts4",
        "fts5": "USING fts5",
        "rtree": "rtree_i32", "geopoly": "geopoly_overlap", "dbstat": "dbstat", "bytecode": "bytecode",
        "tables": "tables_used", "generate": "generate_series", "carray": "carray", "csv": "USING csv",
        "completion": "completion", "fsdir": "fsdir", "zipfile": "zipfile",
    ]

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

/// ASCII rules on bytes: Unicode's case folding turns the Kelvin sign into `k`.
package enum ASCII {
    package static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    package static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    package static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { lowercased($0) }, as: UTF8.self)
    }
}
