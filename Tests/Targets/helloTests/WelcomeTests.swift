import Atrium
import AtriumTesting
import Testing

struct WelcomeTests {
    @Test func `a reaction, a handler and recurring work each do their part`() async throws {
        try await withTemporaryPlatform([Welcomes()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.administrator)], in: acme)
            #expect(try await acme[Welcomes.self].counts(as: ada).joined == 2)
            try await test.platform.runDue()
            #expect(try await acme[Welcomes.self].counts(as: ada) == (joined: 2, welcome: 2))
            test.clock.advance(by: .seconds(2 * 86_400))
            try await test.platform.runDue()
            #expect(try await acme[Welcomes.self].counts(as: ada) == (joined: 0, welcome: 0))
        }
    }
}
