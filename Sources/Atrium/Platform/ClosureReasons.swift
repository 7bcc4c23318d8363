/// Why what was taken of an organization is of no more use: its ``Tenant``, the services, a ``TenantContext``. Nobody asks while it
/// is open.
final class ClosureReasons: Sendable {
    /// Of organizations that cannot be looked up again; `nil` once the platform is closed.
    private let reasons = Locked<[OrganizationID: OrganizationError]?>([:])

    /// `nil` for one that can be looked up again.
    func note(_ reason: OrganizationError?, of id: OrganizationID) { reasons.withLock { $0?[id] = reason } }

    func closePlatform() { reasons.withLock { $0 = nil } }

    func reason(of id: OrganizationID) -> any Error {
        guard let reasons = reasons.withLock({ $0 }) else { return DatabaseError.closed }
        return reasons[id] ?? .outdated
    }
}
