import Atrium
import AtriumMailTesting
import AtriumTesting
import Testing

@testable import Coaching

/// The module as its first version was: without notes.
private struct FirstVersion: Module {
    static let id: ModuleID = "coaching"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("coaching.plan sessions", grantedTo: .everyMember)]
    static let schema = Schema(CoachingSchema.createSession)

    func start(in tenant: TenantContext) throws -> Store {
        try tenant.contribute(Coach(), to: .roles)
        return tenant.store
    }
}

struct MigrationTests {
    @Test func `a file of the first version migrates, and its sessions have no note`() async throws {
        let others = try CoachingWorld.modules(Mailbox()).filter { !($0 is Coaching) }
        try await withTemporaryPlatform(others + [FirstVersion()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member(
                "ada@acme.example", name: "Ada", roles: [Assignment(.administrator)], in: acme)
            let id: ID<CoachingSession> = try await acme[FirstVersion.self].write(
                as: ada, FirstVersion.permissions[0]
            ) { work in
                let (id, team): (ID<CoachingSession>, TeamID) = (try work.newID(), try work.newID())
                try work.run(
                    """
                    INSERT INTO coaching_session
                    VALUES (\(id), \(ada.member), \(team), \(ada.member), 'held', \(CoachingWorld.today), NULL, 45, \(work.now))
                    """)
                return id
            }
            let again = try await test.reopened(with: others + [Coaching()])
            let service = try await again.platform.tenant("acme")[Coaching.self]
            let sessions = try await service.list(endedToo: true, as: ada)
            #expect(sessions.map(\.id) == [id] && sessions.map(\.note) == [""] && sessions.map(\.minutes) == [45])
            await again.platform.close()
        }
    }
}
