import Atrium
import AtriumTesting
import Foundation
import Testing

struct TextFormTests {
    private struct Misnamed: Role {
        let id: RoleID = "Head of school"
        let rank = 50
        let level = RoleLevel.organization
        let permissions: Set<Permission> = []
        let exclusions: Set<RoleID> = []
        let isReserved = false
    }

    private struct Roles: Module {
        static let id: ModuleID = "roles"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema()

        func start(in tenant: TenantContext) throws {
            try tenant.contribute(Misnamed() as any Role, to: .roles)
        }
    }

    @Test(arguments: ["administrator", "head-of-school", "r2"])
    func `a role id has a text form`(_ text: String) throws {
        let id = try #require(RoleID(text))
        #expect(id.description == text && id == RoleID(rawValue: text))
        let json = try JSONEncoder().encode([Assignment(id)])
        #expect(try JSONDecoder().decode([Assignment].self, from: json) == [Assignment(id)])
        #expect(String(decoding: json, as: UTF8.self) == "[{\"role\":\"\(text)\"}]")
    }

    @Test(arguments: [
        "", "Head", "2r", "-r", "a b", "é", "r\0", "a\u{301}", String(repeating: "a\u{301}", count: 300_000),
    ])
    func `a malformed id of a role or module is refused, in a text and in JSON`(_ text: String) throws {
        let (role, module): (RoleID?, ModuleID?) = (RoleID(text), ModuleID(text))
        #expect(role == nil && module == nil && RoleID(rawValue: text) == nil)
        let json = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([RoleID].self, from: json) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ModuleID].self, from: json) }
    }

    @Test func `a role id has at most 100 characters`() {
        let text = String(repeating: "a", count: 100)
        #expect(RoleID(text) != nil && RoleID(text + "a") == nil)
    }

    @Test func `a module id has a text form`() throws {
        let text = "teampages"
        let id = try #require(ModuleID(text))
        #expect(id.description == text && id == "teampages")
        #expect(try JSONDecoder().decode([ModuleID].self, from: JSONEncoder().encode([id])) == [id])
    }

    @Test func `a module whose role has a malformed id is refused`() async throws {
        try await withTemporaryPlatform([Roles()]) { test in
            let error = await #expect(throws: ConfigurationError.self) { try await test.organization() }
            #expect(error?.faults == ["role id 'Head of school' is not [a-z][a-z0-9-]{0,99}; rename it"])
        }
    }
}
