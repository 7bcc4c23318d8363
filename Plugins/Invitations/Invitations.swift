public import Atrium
internal import AtriumMail
internal import AtriumSeats
internal import AtriumSurfaces

/// Invites people by mail. The mail has a link that only the owner of the invited address can redeem, once. A seat is reserved
/// for each invitation.
///
/// Publishes ``InvitationSent`` once for each invitation, even if it is mailed several times. Publishes ``InvitationAccepted``
/// after the kernel's events for the member who joins, and ``InvitationLostTeam`` when the team of a pending invitation is
/// archived. Revoking, declining, expiring and superseding publish nothing.
public struct Invitations: Module {
    public static let id: ModuleID = "invitations"
    public static let title: Words = "Invitations"
    public static let dependencies: [any Module.Type] = [Seats.self, Mail.self]
    public static let permissions = [Permission.invite, .viewInvitations, .answerInvitation]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = InvitationsSchema.all
    public static let personalData = InvitationsSchema.personalData

    static let sweep: StaticString = "sweep expired"

    /// How long an invitation can be accepted. 14 days by default.
    public var lifetime: Duration
    /// Makes the link in the mail from a token. It leads to the integrator's page, which shows the invitation and asks for a
    /// confirmation.
    public var link: @Sendable (_ token: String) -> String
    /// The number of rows in a page. Tests make it small, so that few invitations need several pages.
    package var pageSize = 1000

    /// Makes the module. `lifetime` is how long an invitation can be accepted. `link` makes the link in the mail.
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
        try tenant.on(FounderNamed.self) { try service.inviteFounder($0.address, in: $1) }
        // The Seats module is a dependency, so it reacts first and frees the seat.
        try tenant.on(MemberRemoved.self) { event, work in
            if event.wasActive { try service.reserveSeat(for: event.member, in: work) }
        }
        try tenant.on(MemberErased.self) { try service.revokeAll(of: $0.member, in: $1) }
        try tenant.on(MemberAddressChanged.self) { try service.supersede(by: $0.member, in: $1) }
        try tenant.on(TeamArchived.self) { try service.forget($0.team, in: $1) }
        try tenant.catchUp { try service.catchUp(in: $0) }
        try tenant.contribute(MailOccasion("invitations:", "invitation"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("invitations:") { try service.checkLetter($0, in: $1) }, to: .mailChecks)
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        try tenant.every(.seconds(3600), Self.sweep) { try await service.sweep() }
        return service
    }
}

extension Permission {
    /// Invite people, and resend or revoke invitations.
    public static let invite = Permission("invitations.invite", grantedTo: .administrator)
    /// List the invitations.
    public static let viewInvitations = Permission("invitations.view invitations", grantedTo: .administrator)
    /// Look at, accept or decline an invitation. Everybody has this permission; the token decides.
    public static let answerInvitation = Permission("invitations.answer invitations", grantedTo: .anyone)
}
