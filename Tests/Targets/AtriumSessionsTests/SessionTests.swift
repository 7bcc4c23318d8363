import Atrium
import AtriumSessions
import AtriumTesting
import Foundation
import Testing

struct SessionTests {
    @Test func `a session that is used lasts until its lifetime, and one that is not ends earlier`() async throws {
        try await withSessions { world in
            var token = try await world.signedIn()
            let unused = try await world.signedIn()
            for _ in 1...29 {
                world.test.clock.advance(by: .seconds(86_400))
                let used = try #require(try await world.service.use(token))
                token = used.replacement?.text ?? token
            }
            #expect(try await world.service.use(unused) == nil)
            world.test.clock.advance(by: .seconds(86_400))
            #expect(try await world.service.use(token) == nil)
        }
    }

    @Test func `a session with a short idle lifetime goes on as long as it is used`() async throws {
        var rules = SessionRules()
        rules.idleLifetime = .seconds(600)
        try await withSessions(rules: rules) { world in
            let token = try await world.signedIn()
            for _ in 1...10 {
                world.test.clock.advance(by: .seconds(300))
                #expect(try await world.hasUse(of: token))
            }
            world.test.clock.advance(by: .seconds(600))
            #expect(try await world.service.use(token) == nil)
        }
    }

    @Test func `a session gets another token once a day, and both work until the new one is used`() async throws {
        try await withSessions { world in
            let first = try await world.signedIn()
            #expect(try await world.hasUse(of: first))
            world.test.clock.advance(by: .seconds(86_400))
            let second = try #require(try await world.service.use(first)?.replacement?.text)
            // Requests that were under way, and an answer that did not arrive.
            #expect(try await world.hasUse(of: first))
            world.test.clock.advance(by: .seconds(60))
            let third = try #require(try await world.service.use(first)?.replacement?.text)
            #expect(second != third)
            #expect(try await world.hasUse(of: third))
            world.test.clock.advance(by: .seconds(59))
            #expect(try await world.hasUse(of: first))
        }
    }

    @Test func `a former token that is used again ends the session, because it was copied`() async throws {
        try await withSessions { world in
            let first = try await world.signedIn()
            world.test.clock.advance(by: .seconds(86_400))
            let second = try #require(try await world.service.use(first)?.replacement?.text)
            _ = try await world.service.use(second)
            world.test.clock.advance(by: .seconds(60))
            #expect(try await world.service.use(first) == nil)
            #expect(try await world.service.use(second) == nil)
            #expect(try await world.service.list(as: .account(world.ada)).isEmpty)
        }
    }

    @Test func `a token that was replaced before it was used ends the session when it comes after all`() async throws {
        try await withSessions { world in
            let first = try await world.signedIn()
            world.test.clock.advance(by: .seconds(86_400))
            let second = try #require(try await world.service.use(first)?.replacement?.text)
            // Somebody who has copied the first token uses it while the owner is away with the second one.
            world.test.clock.advance(by: .seconds(120))
            let third = try #require(try await world.service.use(first)?.replacement?.text)
            #expect(try await world.service.use(second) == nil)
            #expect(try await world.service.use(third) == nil)
        }
    }

    @Test func `people see and end their own sessions, and no others`() async throws {
        try await withSessions { world in
            let bob = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("bob@acme.example"), name: "Bob")
            let (first, second) = (try await world.signedIn(), try await world.signedIn())
            let sessions = try await world.service.list(as: .account(world.ada))
            #expect(sessions.count == 2)
            let id = try #require(try await world.service.use(first)).session.id
            await #expect(throws: SessionError.unknown) { try await world.service.end(id, as: .account(bob)) }
            #expect(try await world.service.list(as: .account(bob)).isEmpty)
            try await world.service.end(id, as: .account(world.ada))
            #expect(try await world.service.use(first) == nil)
            _ = try #require(try await world.service.use(second))
            await #expect(throws: SessionError.unknown) { try await world.service.end(id, as: .account(world.ada)) }
            await #expect(throws: AccessError.self) { try await world.service.list(as: .visitor) }
        }
    }

    @Test func `all sessions and links of a person end at once, by the person or an operator`() async throws {
        try await withSessions { world in
            for byOperator in [false, true] {
                let token = try await world.signedIn()
                let link = try #require(try await world.link())
                if byOperator {
                    let root = try world.test.platform.operator("Root")
                    try await world.service.endAll(of: world.ada, as: root)
                } else {
                    try await world.service.endAll(as: .account(world.ada))
                }
                #expect(try await world.service.use(token) == nil)
                await #expect(throws: SessionError.invalidLink) { try await world.signIn(link) }
            }
            await #expect(throws: AccessError.self) {
                try await world.service.endAll(of: world.ada, as: .account(world.ada))
            }
        }
    }

    @Test func `an account has a bounded number of sessions, and the one that was not used longest ends`() async throws
    {
        var rules = SessionRules()
        rules.sessionsOfAccount = 2
        try await withSessions(rules: rules) { world in
            var tokens: [String] = []
            for _ in 1...3 {
                tokens.append(try await world.service.begin(as: .account(world.ada)).token.text)
                world.test.clock.advance(by: .seconds(1))
            }
            #expect(try await world.service.use(tokens[0]) == nil)
            for token in tokens.dropFirst() {
                let used = try await world.service.use(token)
                #expect(used != nil)
            }
        }
    }

    @Test func `what has ended is deleted`() async throws {
        try await withSessions { world in
            _ = try await world.signedIn()
            world.test.clock.advance(by: .seconds(8 * 86_400))
            try await world.test.settle()
            let id = try await world.test.platform.systemTenant.id
            await world.test.platform.close()
            let bytes = try Data(contentsOf: URL(filePath: "\(world.test.folder)/system-\(id).db"))
            #expect(bytes.range(of: Data("Firefox".utf8)) == nil)
            #expect(bytes.range(of: Data(SessionWorld.address.utf8)) == nil)
        }
    }

    @Test func `sessions survive a restart`() async throws {
        try await withSessions { world in
            let token = try await world.signedIn()
            let again = try await world.test.reopened()
            #expect(try await again.platform[Sessions.self].use(token)?.session.account == world.ada)
            await again.platform.close()
        }
    }

    @Test func `rules that cannot work are refused with all their faults`() async throws {
        var rules = SessionRules()
        (rules.linkLifetime, rules.attemptsOfSource) = (.zero, 0)
        await #expect { try await withSessions(rules: rules) { _ in } } throws: { error in
            let faults = ((error as? ModuleStartError)?.cause as? ConfigurationError)?.faults
            return faults?.count == 2
        }
    }
}
