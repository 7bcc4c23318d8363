import Atrium
import AtriumAccessTokens
import AtriumTesting
import Testing

struct AccessTokensTests {
    private struct World {
        let test: TemporaryPlatform
        let acme: Tenant
        let ada: Principal
        let tokens: AccessTokenService

        /// A token of Ada, and the principal that its text gives.
        func token(_ permissions: Set<String>, days: Int = 30) async throws -> (NewAccessToken, Principal?) {
            let token = try await tokens.create("payroll", permissions: permissions, days: days, as: ada)
            return (token, try await tokens.principal(of: token.text))
        }
    }

    private func withWorld(_ body: @Sendable (World) async throws -> Void) async throws {
        try await withTemporaryPlatform([AccessTokens()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
            _ = try await test.member("boss@acme.example", roles: [Assignment(.administrator)], in: acme)
            try await body(World(test: test, acme: acme, ada: ada, tokens: acme[AccessTokens.self]))
        }
    }

    @Test func `a token's text leads to its organization and its member`() async throws {
        try await withTemporaryPlatform([AccessTokens()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
            let token = try await acme[AccessTokens.self].create(
                "payroll", permissions: ["kernel.view members"], days: 30, as: ada)
            let tenant = try await test.platform.tenant(ofToken: token.text)
            let program = try #require(try await tenant[AccessTokens.self].principal(of: token.text))
            #expect(tenant === acme && program.member == ada.member)
        }
    }

    @Test func `a token does what it holds, and nothing else that its member may do`() async throws {
        try await withWorld { world in
            let program = try #require(try await world.token(["kernel.view members"]).1)
            #expect(try await world.acme.members.list(as: program).entries.count > 1)
            await #expect(throws: AccessError.self) { try await world.acme.audit.list(as: program) }
            await #expect(throws: AccessError.self) { try await world.acme.teams.create("North", as: program) }
            await #expect(throws: AccessError.self) { try await world.tokens.list(as: program) }
        }
    }

    @Test func `a token may do nothing that its member may no longer do`() async throws {
        try await withWorld { world in
            let program = try #require(try await world.token(["kernel.view audit", "kernel.view members"]).1)
            _ = try await world.acme.audit.list(as: program)
            try await world.acme.roles.revoke(
                Assignment(.administrator), from: #require(world.ada.member), as: world.ada)
            await #expect(throws: AccessError.self) { try await world.acme.audit.list(as: program) }
            // Everybody sees themselves.
            #expect(try await world.acme.members.list(as: program).entries.map(\.member.id) == [world.ada.member])
        }
    }

    @Test func `a token that grants roles grants only what it holds`() async throws {
        try await withWorld { world in
            let bob = try #require(try await world.test.member("bob@acme.example", in: world.acme).member)
            let program = try #require(try await world.token(["kernel.grant roles", "kernel.view members"]).1)
            await #expect(throws: RoleError.mayNotGrant(.administrator)) {
                try await world.acme.roles.grant(Assignment(.administrator), to: bob, as: program)
            }
            try await world.acme.roles.grant(Assignment(.administrator), to: bob, as: world.ada)
        }
    }

    @Test func `the audit shows the member and the token`() async throws {
        try await withWorld { world in
            let (token, principal) = try await world.token(["kernel.manage teams"])
            _ = try await world.acme.teams.create("North", as: #require(principal))
            let entry = try #require(try await world.acme.audit.list(as: world.ada).entries.first?.content)
            #expect(entry.principal == "\(world.ada) token:\(token.id)")
        }
    }

    @Test func `revoked, expired, foreign and invented tokens open nothing`() async throws {
        try await withWorld { world in
            let (revoked, _) = try await world.token(["kernel.view members"])
            try await world.tokens.revoke(revoked.id, as: world.ada)
            #expect(try await world.tokens.principal(of: revoked.text) == nil)
            await #expect(throws: AccessTokenError.unknown) {
                try await world.tokens.revoke(revoked.id, as: world.ada)
            }
            let (expired, _) = try await world.token(["kernel.view members"], days: 1)
            world.test.clock.advance(by: .seconds(86_400))
            #expect(try await world.tokens.principal(of: expired.text) == nil)
            let beta = try await world.test.organization("beta", founder: "eve@beta.example")
            let (own, _) = try await world.token(["kernel.view members"])
            #expect(try await beta[AccessTokens.self].principal(of: own.text) == nil)
            for text in ["", ".", own.text + "x", "\(beta.id).\(own.text.suffix(43))"] {
                #expect(try await world.tokens.principal(of: text) == nil)
            }
        }
    }

    @Test func `the tokens of a member who is deactivated end for good`() async throws {
        try await withWorld { world in
            let boss = try await world.test.member(
                "second@acme.example", roles: [Assignment(.administrator)], in: world.acme)
            let (token, _) = try await world.token(["kernel.view members"])
            let ada = try #require(world.ada.member)
            try await world.acme.members.deactivate(ada, as: boss)
            try await world.acme.members.reactivate(ada, as: boss)
            #expect(try await world.tokens.principal(of: token.text) == nil)
        }
    }

    @Test func `the list shows when a token was used, to the hour, and never its secret`() async throws {
        try await withWorld { world in
            let token = try await world.tokens.create(
                "payroll", permissions: ["kernel.view members"], days: 30, as: world.ada)
            #expect(try await world.tokens.list(as: world.ada).map(\.usedAt) == [nil])
            _ = try await world.tokens.principal(of: token.text)
            let first = world.test.clock.now
            world.test.clock.advance(by: .seconds(1800))
            _ = try await world.tokens.principal(of: token.text)
            #expect(try await world.tokens.list(as: world.ada).map(\.usedAt) == [first])
            world.test.clock.advance(by: .seconds(1800))
            _ = try await world.tokens.principal(of: token.text)
            #expect(try await world.tokens.list(as: world.ada).map(\.usedAt) == [world.test.clock.now])
        }
    }

    private static let wrong: [(Set<String>, Int, AccessTokenError)] = [
        ([], 30, .noPermission), (["kernel.view members"], 0, .lifetime), (["kernel.view members"], 367, .lifetime),
        (["tokens.manage tokens"], 30, .unknownPermission("tokens.manage tokens")),
        (["kernel.system work"], 30, .unknownPermission("kernel.system work")),
        (["no.such"], 30, .unknownPermission("no.such")),
    ]

    @Test(arguments: wrong)
    func `a token with wrong parts is not made`(
        permissions: Set<String>, days: Int, error: AccessTokenError
    ) async throws {
        try await withWorld { world in
            await #expect(throws: error) {
                try await world.tokens.create("payroll", permissions: permissions, days: days, as: world.ada)
            }
        }
    }

    @Test func `the same request makes one token`() async throws {
        try await withWorld { world in
            let identity = try await world.token(["kernel.view members"]).0.id
            await #expect(throws: AccessTokenError.alreadyMade) {
                try await world.tokens.create(
                    "payroll", permissions: ["kernel.view members"], days: 30, identity: identity, as: world.ada)
            }
            #expect(try await world.tokens.list(as: world.ada).count == 1)
        }
    }

    @Test func `an organization has a limited number of tokens`() async throws {
        try await withWorld { world in
            for _ in 0..<AccessTokenService.mostTokens { _ = try await world.token(["kernel.view members"], days: 1) }
            await #expect(throws: AccessTokenError.tooMany) { _ = try await world.token(["kernel.view members"]) }
            world.test.clock.advance(by: .seconds(86_400))
            _ = try await world.token(["kernel.view members"])
        }
    }
}
