/// Why what was taken of an organization is of no more use: its ``Tenant``, the services, a ``TenantContext``. Nobody asks while it
/// is open.
final class Endings: Sendable {
    private struct State {
        var isPlatformClosed = false
        /// Organizations that are not to be looked up again either.
        var reasons: [OrganizationID: OrganizationError] = [:]
    }

    private let state = Locked(State())

    /// `nil` for one that can be looked up again.
    func note(_ reason: OrganizationError?, of id: OrganizationID) { state.withLock { $0.reasons[id] = reason } }

    func closePlatform() { state.withLock { $0.isPlatformClosed = true } }

    func reason(of id: OrganizationID) -> any Error {
        state.withLock { state -> any Error in
            if state.isPlatformClosed { return DatabaseError.closed }
            return state.reasons[id] ?? .outdated
        }
    }
}
