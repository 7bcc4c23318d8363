public import Atrium
internal import AtriumMail
internal import AtriumSeats

/// Invites people by mail: a link that only the invited address can redeem, once, and a seat held for it.
///
/// Publishes ``InvitationSent`` for each invitation, once however often it is mailed, and ``InvitationAccepted`` after the kernel's
/// events of the member who joins; ``InvitationLostTeam`` when a team is archived to which an invitation leads that waits.
/// Revoking, declining, expiring and superseding publish nothing.
public struct Invitations: Module {
    public static let id: ModuleID = "invitations"
    public static let dependencies: [any Module.Type] = [Seats.self, Mail.self]
    public static let permissions = [Permission.invite, .viewInvitations, .answerInvitation]
    public static let schema = InvitationsSchema.all

    static let sweep: StaticString = "sweep expired"

    /// How long an invitation can be accepted.
    public var lifetime: Duration
    /// The link in the mail, for a token: the integrator's page, which shows the invitation and asks for a confirmation.
    public var link: @Sendable (_ token: String) -> String
    /// Small in tests, so that few invitations need several pages.
    package var pageSize = 1000

    public init(
        lifetime: Duration = .seconds(14 * 24 * 3600), link: @escaping @Sendable (_ token: String) -> String
    ) {
        self.lifetime = lifetime
        self.link = link
    }

    public func start(in tenant: TenantContext) throws -> InvitationService {
        let service = InvitationService(
            tenant: tenant, seats: try tenant.service(of: Seats.self), mail: try tenant.service(of: Mail.self),
            lifetime: lifetime, link: link, pageSize: pageSize)
        try tenant.on(FounderAwaited.self) { try service.inviteFounder($0.address, in: $1) }
        // Seats, a dependency, reacts first and frees the seat.
        try tenant.on(MemberRemoved.self) { event, work in
            if event.wasActive { try service.reserveSeat(for: event.member, in: work) }
        }
        try tenant.on(MemberAddressChanged.self) { try service.supersede(by: $0.member, in: $1) }
        try tenant.on(TeamArchived.self) { try service.forget($0.team, in: $1) }
        try tenant.contribute(
            MailCheck("invitations:") { try service.letterNow($0, in: $1) }, to: .mailChecks)
        try tenant.every(.seconds(3600), Self.sweep) { try await service.sweep() }
        return service
    }
}

extension Permission {
    /// Invite people, and resend or revoke invitations.
    public static let invite = Permission("invitations.invite", grantedTo: .administrator)
    /// See who was invited.
    public static let viewInvitations = Permission("invitations.view invitations", grantedTo: .administrator)
    /// Accept or decline an invitation: whoever holds its token.
    public static let answerInvitation = Permission("invitations.answer", grantedTo: .anyone)
}
