package import AtriumStorage
package import AtriumValues
internal import Synchronization

/// An instance of a module, from its start to its end. Its store asks in each unit whether it still works.
package final class ModuleLife: Sendable {
    package let module: ModuleID
    package let owner: Owner
    private let ended = Atomic(false)

    package init(of module: ModuleID) { (self.module, owner) = (module, Owner(name: module.description)) }

    private init() { (module, owner) = ("kernel", .kernel) }

    /// The kernel, which does not end.
    package static let kernel = ModuleLife()

    package var hasEnded: Bool { ended.load(ordering: .acquiring) }

    package func end() { ended.store(true, ordering: .releasing) }
}
