package import AtriumValues
internal import Synchronization

/// Whether an instance of a module still works. Its store asks in each unit.
package final class ModuleLife: Sendable {
    package let module: ModuleID
    private let ended = Atomic(false)

    package init(of module: ModuleID) { self.module = module }

    package var hasEnded: Bool { ended.load(ordering: .acquiring) }

    package func end() { ended.store(true, ordering: .releasing) }
}
