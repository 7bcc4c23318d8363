import Atrium
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumTesting
import Testing

@Test func `the mailbox has the token of an invitation, and turns mail away while it is down`() async throws {
    let mailbox = Mailbox()
    let modules: [any Module] = [
        Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { "https://acme.example/join/\($0)" },
    ]
    try await withTemporaryPlatform(modules) { test in
        let acme = try await test.organization()
        try await acme[Mail.self].deliver()
        let token = mailbox.word(after: "https://acme.example/join/", to: "founder@acme.example")
        #expect(token != nil)
    }
    mailbox.isDown = true
    try await withTemporaryPlatform(modules) { test in
        let count = mailbox.mails.count
        let acme = try await test.organization()
        try await acme[Mail.self].deliver()
        #expect(mailbox.mails.count == count)
        mailbox.isDown = false
        test.clock.advance(by: .seconds(60))
        try await acme[Mail.self].deliver()
        #expect(mailbox.mails.count == count + 1)
    }
}
