import Atrium
import AtriumOperations
import AtriumSessions
import AtriumTesting
import Foundation
import Testing

struct SigningInTests {
    @Test func `a mailed link signs in once, and leads where the person wanted to go`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link())
            let letter = try #require(world.mailed.first)
            #expect(letter.recipient.description == SessionWorld.address)
            #expect(letter.language == "fr")
            #expect(!"\(letter)".contains(link))
            let found = try await world.service.link(link, in: "browser")
            #expect(!found.asksAddress && found.destination == "/courses")
            let session = try await world.signIn(link)
            #expect(session.session.account == world.ada && session.session.device == "Firefox")
            let token = session.token.text
            #expect(try await world.service.use(token)?.session.principal == .account(world.ada))
            world.test.clock.advance(by: .seconds(11))
            await #expect(throws: SessionError.invalidLink) { try await world.signIn(link) }
        }
    }

    @Test func `the second click of a double one signs in, too`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link())
            _ = try await world.signIn(link)
            world.test.clock.advance(by: .seconds(9))
            _ = try await world.signIn(link)
        }
    }

    @Test func `in another browser the person has to type the address`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link())
            #expect(try await world.service.link(link, in: "other").asksAddress)
            for address in [nil, "", "bob@acme.example", "ada"] {
                await #expect(throws: SessionError.otherAddress) {
                    try await world.signIn(link, browser: "other", address: address)
                }
            }
            _ = try await world.signIn(link, browser: "other", address: " Ada@Acme.example ")
        }
    }

    @Test func `nobody learns whether an account has an address`() async throws {
        try await withSessions { world in
            let link = try await world.link(to: "nobody@acme.example")
            #expect(link == nil)
            #expect(world.mailed.isEmpty)
            await #expect(throws: SessionError.invalidLink) { try await world.service.link("guess", in: "browser") }
            await #expect(throws: SessionError.invalidLink) { try await world.signIn("guess") }
        }
    }

    @Test func `a link ends after its lifetime`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link())
            world.test.clock.advance(by: .seconds(15 * 60))
            await #expect(throws: SessionError.invalidLink) { try await world.signIn(link) }
        }
    }

    @Test func `a letter that cannot be mailed is mailed later, with a token that works`() async throws {
        let failing = Locked(true)
        try await withSessions(failing: failing) { world in
            #expect(try await world.link() == nil)
            failing.withLock { $0 = false }
            world.test.clock.advance(by: .seconds(2))
            try await world.test.settle()
            let link = try #require(world.mailed.last?.token.text)
            _ = try await world.signIn(link)
        }
    }

    @Test func `a mailbox that takes no mail keeps nobody else from signing in`() async throws {
        try await withSessions(refusing: "dead@acme.example") { world in
            _ = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("dead@acme.example"), name: "Eve")
            // As often as would park recurring work.
            for _ in 1...12 {
                _ = try await world.link(to: "dead@acme.example", source: "other")
                world.test.clock.advance(by: .seconds(400))
                try await world.test.settle()
            }
            #expect(
                try await world.test.platform.systemTenant.failedJobs.list(as: world.test.platform.operator("Root"))
                    == [])
            _ = try await world.signedIn()
        }
    }

    @Test func `a link ends when its account no longer has the address`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link())
            try await world.test.changeAddress(from: SessionWorld.address, to: "ada@new.example")
            await #expect(throws: SessionError.invalidLink) { try await world.service.link(link, in: "browser") }
            await #expect(throws: SessionError.invalidLink) { try await world.signIn(link) }
        }
    }

    @Test func `links that are not mailed yet end with all sessions of a person`() async throws {
        let failing = Locked(true)
        try await withSessions(failing: failing) { world in
            #expect(try await world.link() == nil)
            try await world.service.endAll(as: .account(world.ada))
            failing.withLock { $0 = false }
            world.test.clock.advance(by: .seconds(60))
            try await world.test.settle()
            #expect(world.mailed.isEmpty)
        }
    }

    @Test func `a letter that is too late is not mailed`() async throws {
        let failing = Locked(true)
        try await withSessions(failing: failing) { world in
            #expect(try await world.link() == nil)
            failing.withLock { $0 = false }
            world.test.clock.advance(by: .seconds(15 * 60))
            try await world.test.settle()
            #expect(world.mailed.isEmpty)
        }
    }

    @Test func `too many requests of one source are refused, and others still get their link`() async throws {
        var rules = SessionRules()
        (rules.linksOfSource, rules.linksToAddress, rules.attemptsOfSource) = (2, 4, 6)
        try await withSessions(rules: rules) { world in
            for _ in 1...2 { _ = try #require(try await world.link()) }
            await #expect(throws: SessionError.tooMany(retryAfter: 3600)) { try await world.link() }
            _ = try #require(try await world.link(source: "office"))
            _ = try #require(try await world.link(source: "office"))
            // All sources together are limited for one mailbox.
            await #expect(throws: SessionError.tooMany(retryAfter: 3600)) { try await world.link(source: "train") }
            // A refused attempt does not make the time longer.
            world.test.clock.advance(by: .seconds(3599))
            await #expect(throws: SessionError.tooMany(retryAfter: 1)) { try await world.link() }
            world.test.clock.advance(by: .seconds(1))
            _ = try #require(try await world.link())
        }
    }

    @Test func `one source cannot try links without an end`() async throws {
        var rules = SessionRules()
        rules.attemptsOfSource = 3
        try await withSessions(rules: rules) { world in
            for _ in 1...3 { await #expect(throws: SessionError.invalidLink) { try await world.signIn("guess") } }
            await #expect(throws: SessionError.tooMany(retryAfter: 3600)) { try await world.signIn("guess") }
        }
    }

    @Test func `the files hold neither tokens nor the secret of a browser`() async throws {
        try await withSessions { world in
            let link = try #require(try await world.link(browser: "browser-secret"))
            let token = try await world.signIn(link, browser: "browser-secret").token.text
            let id = try await world.test.platform.systemTenant.id
            await world.test.platform.close()
            let bytes = try Data(contentsOf: URL(filePath: "\(world.test.folder)/system-\(id).db"))
            for secret in [link, token, "browser-secret"] { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
        }
    }
}
