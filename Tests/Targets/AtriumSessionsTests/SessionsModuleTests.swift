import Atrium
import AtriumSessions
import AtriumTesting
import Foundation
import Testing

struct SessionsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(
            Sessions { _ in },
            operations: [
                .init("ask for a link", needs: .signIn) { world, principal in
                    let request = LinkRequest(
                        address: try EmailAddress("ada@acme.example"), browser: "browser", source: "home")
                    try await world.service.requestLink(request, as: principal)
                },
                .init("end a person's sessions", as: \.operator, needs: .endSessions) { world, principal in
                    try await world.service.endAll(of: AccountID(at: .distantPast, random: []), as: principal)
                },
            ]
        ) { world in
            let account = AccountID(at: .distantPast, random: [])
            let session = try await world.service.begin(on: "Firefox", as: .account(account)).session
            world.sample("session", session.id)
        }
    }
}
