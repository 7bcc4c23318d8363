import Atrium
import AtriumMail
import AtriumMailTesting
import AtriumTesting
import Testing

@testable import rooms

/// Looks after the rooms, without being an administrator.
struct Caretaker: Role {
    let id: RoleID = "caretaker"
    let rank = 50
    let permissions: Set<Permission> = [.addRooms]
}

struct CaretakerTests {
    @Test func `a role of the integrator's own holds a permission of a module`() async throws {
        let modules: [any Module] = [
            Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()), Rooms(),
        ]
        try await withTemporaryPlatform(modules, configure: { $0.roles = [Caretaker()] }) { test in
            let acme = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: acme)
            let carl = try await test.member("carl@acme.example", in: acme)
            await #expect(throws: AccessError.self) { try await acme[Rooms.self].add("Attic", seats: 6, as: carl) }
            try await acme.roles.grant(Assignment("caretaker"), to: #require(carl.member), as: administrator)
            _ = try await acme[Rooms.self].add("Attic", seats: 6, as: carl)
        }
    }
}
