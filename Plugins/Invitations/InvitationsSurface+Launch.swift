internal import Atrium
internal import AtriumSurfaces

extension Invitations {
    /// Inviting people, and waiting for them.
    static let launchSteps = [
        LaunchStep(
            "invite", .invite, "Invite people",
            advice: "Paste their addresses, and choose a role and teams for them.", at: InvitationsTable(state: nil),
            of: Self.self
        ) { service, caller in
            let isInvited = try await service.isAny(InvitationQuery(state: nil), as: caller.principal)
            return isInvited ? .done("Invitations were sent.") : .open("Nobody is invited yet.")
        },
        LaunchStep(
            "joined", .invite, "See who has joined",
            advice: "Send open invitations again after a week. They may have been taken for spam.",
            at: InvitationsTable(),
            of: Self.self
        ) { service, caller in
            if try await service.isAny(InvitationQuery(state: .pending), as: caller.principal) {
                return .open("Some invitations are open.")
            }
            let hasJoined = try await service.isAny(InvitationQuery(state: .accepted), as: caller.principal)
            return hasJoined ? .done("Nobody has an open invitation.") : .open("Nobody is invited yet.")
        },
    ]
}

extension InvitationService {
    /// Whether an invitation matches.
    fileprivate func isAny(_ query: InvitationQuery, as principal: Principal) async throws -> Bool {
        var query = query
        query.limit = 1
        return try await !list(query, as: principal).invitations.isEmpty
    }
}
