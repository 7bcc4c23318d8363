import Atrium
import AtriumTesting
import Testing

struct PlatformTests {
    @Test func `a founder with an account becomes administrator of a new organization`() async throws {
        try await withTemporaryPlatform { test in
            let tenant = try await test.organization()
            let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
            let founder = try await tenant.principal(for: account)
            let entries = try await tenant.members.list(as: founder).entries
            #expect(entries.map(\.assignments) == [[Assignment(.administrator)]])
            #expect(try await test.platform.organizations(of: account).map(\.name) == ["Acme"])
            let team = try await tenant.teams.create("North", as: founder)
            let ada = try await test.member("ada@acme.example", name: "Ada", teams: [team], in: tenant)
            #expect(try await tenant.members.member(ada.member!, as: ada).teams == [team])
            #expect(try await tenant.audit.verify(as: founder).firstFault == nil)
            let again = try await test.reopened()
            let reopened = try await again.platform.tenant("acme")
            #expect(try await reopened.members.list(as: founder).entries.count == 2)
            await again.platform.close()
        }
    }
}
