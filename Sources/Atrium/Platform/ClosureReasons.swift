/// Why an organization's ``Tenant``, services and ``TenantContext`` no longer work. They are looked up only after the
/// organization has closed.
final class ClosureReasons: Sendable {
    /// The reasons, for organizations that cannot be looked up again. `nil` after the platform has closed.
    private let reasons = Locked<[OrganizationID: OrganizationError]?>([:])

    /// Records a reason; `nil` for an organization that can be looked up again.
    func note(_ reason: OrganizationError?, of id: OrganizationID) { reasons.withLock { $0?[id] = reason } }

    func closePlatform() { reasons.withLock { $0 = nil } }

    func reason(of id: OrganizationID) -> any Error {
        guard let reasons = reasons.withLock({ $0 }) else { return DatabaseError.closed }
        return reasons[id] ?? .outdated
    }
}
