import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// An organization whose administrator accepted the founder's invitation.
struct InvitedOrganization {
    let test: TemporaryPlatform
    let tenant: Tenant
    let mailbox: Mailbox
    let invitations: InvitationService
    let seats: SeatService
    let administrator: Principal

    var mail: MailService { get throws { try tenant[Mail.self] } }

    /// Invites one address and returns its token.
    func invite(_ address: String, role: RoleID = .member, teams: [TeamID] = []) async throws -> String {
        _ = try await invitations.invite([EmailAddress(address)], role: role, teams: teams, as: administrator)
        return try await delivered(to: address)
    }

    /// Delivers all mail, and returns the token in the newest mail to an address.
    func delivered(to address: String) async throws -> String {
        try await mail.deliver()
        return try #require(mailbox.token(to: address))
    }

    /// The same organization after a restart. `change` is applied to the data folder before the restart.
    func reopened(_ change: (_ folder: String) throws -> Void) async throws -> InvitedOrganization {
        await test.platform.close()
        try change(test.folder)
        let again = try await test.reopened()
        let tenant = try await again.platform.tenant(tenant.id)
        return InvitedOrganization(
            test: again, tenant: tenant, mailbox: mailbox, invitations: try tenant[Invitations.self],
            seats: try tenant[Seats.self], administrator: administrator)
    }

    /// Creates an account with the token, and accepts the invitation.
    @discardableResult
    func join(_ token: String, name: String = "Somebody") async throws -> Principal {
        let account = try await invitations.createAccount(token, name: name, as: .visitor)
        return .member(try await invitations.accept(token, as: .account(account)))
    }
}

/// Runs a test in an organization with invitations.
func withInvitations(
    seats limit: Int? = nil, roles: [any Role] = [], pageSize: Int = 1000,
    _ body: (InvitedOrganization) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    var inviting = Invitations { Mailbox.link + $0 }
    inviting.pageSize = pageSize
    let modules: [any Module] = [
        Seats(defaultLimit: limit), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        inviting,
    ]
    try await withTemporaryPlatform(modules, configure: { $0.roles += roles }) { test in
        let tenant = try await test.platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: EmailAddress("founder@acme.example"))
        let invitations = try tenant[Invitations.self]
        try await tenant[Mail.self].deliver()
        let token = try #require(mailbox.token(to: "founder@acme.example"))
        let account = try await invitations.createAccount(token, name: "Founder", as: .visitor)
        let founder = try await invitations.accept(token, as: .account(account))
        try await body(
            InvitedOrganization(
                test: test, tenant: tenant, mailbox: mailbox, invitations: invitations, seats: try tenant[Seats.self],
                administrator: .member(founder)))
    }
}
