import Atrium
import AtriumAccessTokens
import AtriumTesting
import Testing

struct AccessTokensSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withTemporaryPlatform([AccessTokens()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
            let tokens = try acme[AccessTokens.self]
            for name in ["payroll", "intranet"] {
                _ = try await tokens.create(name, permissions: ["kernel.view members"], days: 30, as: ada)
            }
            let token = try #require(try await tokens.list(as: ada).first)
            let check = SurfaceCheck(
                of: test.platform, in: acme, module: AccessTokens.id,
                samples: [
                    "token": [token.id.description], "purpose": ["payroll"], "permissions": ["kernel.view members"],
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": try await test.member("bob@acme.example", in: acme),
                    "manager": try await test.member("max@acme.example", roles: [Assignment(.manager)], in: acme),
                    "administrator": ada, "operator": test.platform.operator("Grace"),
                ], now: test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
