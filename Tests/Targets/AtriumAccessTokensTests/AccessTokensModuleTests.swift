import Atrium
import AtriumAccessTokens
import AtriumTesting
import Testing

struct AccessTokensModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let allowed: Set<String> = ["kernel.view members"]
        try await verifyModule(
            AccessTokens(),
            operations: [
                .init("make a token", needs: .manageTokens) { world, principal in
                    _ = try await world.service.create("payroll", permissions: allowed, days: 30, as: principal)
                },
                .init("list tokens", needs: .manageTokens) { _ = try await $0.service.list(as: $1) },
            ]
        ) { world in
            for name in ["payroll", "intranet"] {
                let token = try await world.service.create(
                    name, permissions: allowed, days: 30, as: world.administrator)
                world.sample("token", token.id)
            }
            // Ada leaves in some of the checks. Her token ends then.
            try await world.tenant.roles.grant(
                Assignment(.administrator), to: world.ada.id, as: world.administrator)
            _ = try await world.service.create("Ada's", permissions: allowed, days: 30, as: world.ada)
            world.keeps("the tokens") { try await $0.service.list(as: $0.administrator) }
        }
    }
}
