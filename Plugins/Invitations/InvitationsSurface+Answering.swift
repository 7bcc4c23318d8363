internal import Atrium
internal import AtriumSurfaces

/// What an invitation offers, for the person who follows the link in the mail.
struct InvitationSheet: Sheet {
    let token: String

    typealias Provider = Invitations
    static let name: SurfaceName = "invitation"
    static let title: Words = "You are invited"
    static let help: Words = "Look at who invites you. Nothing happens before you accept or decline."
    static let needs = Need<Self>(.answerInvitation)
    static let form = Form(Self.init, Field("token", \.token, .hidden, "Token"))

    func blocks(in service: InvitationService, for caller: Caller) async throws -> [Block] {
        let summary = try await service.invitation(ofToken: token, as: caller.principal)
        let facts: Block = .facts([
            Fact("Organization", summary.organization), Fact("Invited address", summary.email),
            Fact("Role", summary.role), Fact("Until", summary.expiresAt),
        ])
        let join: [Block] =
            caller.principal.account == nil
            ? [.act(JoinWithNewAccount(token: token, person: nil))] : [.act(AcceptInvitation(token: token))]
        return [facts] + join + [.act(DeclineInvitation(token: token))]
    }
}

/// Accepts an invitation in the name of the account that has signed in.
struct AcceptInvitation: Act {
    let token: String

    typealias Provider = Invitations
    static let name: SurfaceName = "accept"
    static let title: Words = "Accept"
    static let needs = Need<Self>(.answerInvitation)
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("token", \.token, .hidden, "Token"))
    var question: Words { "You join the organization." }

    func perform(in service: InvitationService, for caller: Caller) async throws -> Outcome {
        _ = try await service.accept(token, as: caller.principal)
        return Outcome("You are a member now.")
    }
}

/// Makes an account for the invited address, and accepts with it.
struct JoinWithNewAccount: Act {
    let token: String
    let person: String?

    typealias Provider = Invitations
    static let name: SurfaceName = "join"
    static let title: Words = "Join"
    static let help: Words = "If you have an account already, sign in first."
    static let needs = Need<Self>(.answerInvitation)
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("token", \.token, .hidden, "Token"), Field("name", \.person, .required(.line), "Your name"))

    func perform(in service: InvitationService, for caller: Caller) async throws -> Outcome {
        guard let person else { throw InvalidFields.missing("name") }
        let account = try await service.createAccount(token, name: person, as: caller.principal)
        _ = try await service.accept(token, as: .account(account))
        return Outcome("You are a member now.", signsIn: account)
    }
}

/// Declines an invitation.
struct DeclineInvitation: Act {
    let token: String

    typealias Provider = Invitations
    static let name: SurfaceName = "decline"
    static let title: Words = "Decline"
    static let isDestructive = true
    static let needs = Need<Self>(.answerInvitation)
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("token", \.token, .hidden, "Token"))
    var question: Words { "The invitation ends. The organization can invite you again." }

    func perform(in service: InvitationService, for caller: Caller) async throws -> Outcome {
        try await service.decline(token, as: caller.principal)
        return Outcome("You have declined the invitation.")
    }
}
