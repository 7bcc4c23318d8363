internal import AtriumStorage
internal import AtriumSystem
package import AtriumValues

/// Why an organization's services no longer work. They are looked up only after the
/// organization has closed.
package final class ClosureReasons<Organization>: Sendable {
    /// The reasons, for organizations that cannot be looked up again. `nil` after the platform has closed.
    private let reasons = Locked<[ID<Organization>: OrganizationError]?>([:])

    package init() {}

    /// Records a reason; `nil` for an organization that can be looked up again.
    package func note(_ reason: OrganizationError?, of id: ID<Organization>) { reasons.withLock { $0?[id] = reason } }

    package func closePlatform() { reasons.withLock { $0 = nil } }

    package func reason(of id: ID<Organization>) -> any Error {
        guard let reasons = reasons.withLock({ $0 }) else { return DatabaseError.closed }
        return reasons[id] ?? .outdated
    }
}
