import Atrium
import AtriumInvitations
import AtriumSurfaces
import AtriumTesting
import TestSupport
import Testing

/// The mail with which a person gets in, and what its link leads to.
struct InvitationLink {
    @Test func `[E1] the link lets a person without an account create one, and joins the organization`() async throws {
        try await withGuide { world in
            let token = try await world.invite("new@acme.example")
            let page = try await world.visitor.reads("invitations/invitation", ["token": token])
            #expect(page.contains("Acme") && page.contains("new@acme.example") && page.contains("Join"))
            #expect(!page.contains("Accept"))
            try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
            let account = try #require(try await world.test.platform.account(EmailAddress("new@acme.example")))
            #expect(try await world.tenant.principal(for: account).member != nil)
        }
    }

    @Test func `[E1] the link lets a person with an account join by signing in`() async throws {
        try await withGuide { world in
            let platform = world.test.platform
            let token = try await world.invite("known@acme.example")
            let account = try await platform.createAccount(
                provenAddress: EmailAddress("known@acme.example"), name: "Karin")
            let signedIn = world.person(.account(account))
            let page = try await signedIn.reads("invitations/invitation", ["token": token])
            #expect(page.contains("Accept") && !page.contains("Join"))
            try await signedIn.does("invitations/accept", ["token": token])
            #expect(try await world.tenant.principal(for: account).member != nil)
            // With an account, nobody creates a second one.
            let again = try await world.invite("other@acme.example")
            _ = try await platform.createAccount(provenAddress: EmailAddress("other@acme.example"), name: "Otto")
            await #expect(throws: Refused(AccountError.addressTaken)) {
                try await world.visitor.does("invitations/join", ["token": again, "name": "Otto"])
            }
        }
    }

    @Test func `[E1] reading the page of a link changes nothing`() async throws {
        try await withGuide { world in
            let token = try await world.invite("new@acme.example")
            for _ in 0..<3 { _ = try await world.visitor.reads("invitations/invitation", ["token": token]) }
            _ = try await world.visitor.prepares("invitations/join", ["token": token, "name": "Nora"])
            #expect(try await world.pendingInvitations().map(\.state) == [.pending])
            #expect(try await world.test.platform.account(EmailAddress("new@acme.example")) == nil)
        }
    }

    @Test func `[E1] a link works once, only for the invited address, and only in its organization`() async throws {
        try await withGuide { world in
            let token = try await world.invite("new@acme.example")
            let wrong = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("wrong@acme.example"), name: "Wanda")
            await #expect(throws: InvitationError.addressNotVerified) {
                try await world.invitations.accept(token, as: .account(wrong))
            }
            // In another organization, the token of this one is answered like a text that nobody has sent.
            let elsewhere = world.person(.visitor, in: world.other)
            for text in [token, "no token"] {
                await #expect(throws: InvitationError.invalidToken) {
                    try await elsewhere.reads("invitations/invitation", ["token": text])
                }
            }
            try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
            await #expect(throws: Refused(InvitationError.alreadyAccepted)) {
                try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
            }
        }
    }
}
