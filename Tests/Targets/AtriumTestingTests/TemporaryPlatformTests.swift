import Atrium
import AtriumOperations
import AtriumTesting
import Testing

/// Counts the members who joined while it worked.
private struct Doors: Module {
    static let id: ModuleID = "doors"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(Migration("create guest", "CREATE TABLE doors_guest (row INTEGER PRIMARY KEY) STRICT"))

    func start(in tenant: TenantContext) throws -> DoorService {
        try tenant.on(MemberJoined.self) { _, work in _ = try work.run("INSERT INTO doors_guest DEFAULT VALUES") }
        return DoorService(store: tenant.store, system: tenant.system("count"))
    }
}

private struct DoorService: Sendable {
    let store: Store
    let system: SystemPrincipal

    func guests() async throws -> Int {
        try await store.read(as: system) { try $0.one("SELECT count(*) FROM doors_guest", as: Int.self) }
    }
}

struct TemporaryPlatformTests {
    @Test func `after a kill, what was committed is there`() async throws {
        try await withTemporaryPlatform([Doors()]) { test in
            let acme = try await test.organization()
            _ = try await test.member("ada@acme.example", in: acme)
            let guests = try await acme[Doors.self].guests()
            let again = try await test.killed()
            #expect(try await again.platform.tenant("acme")[Doors.self].guests() == guests)
            await again.platform.close()
        }
    }

    @Test func `a folder that an earlier version of a module left is migrated with its rows`() async throws {
        try await withTemporaryPlatform([Goals(), Doors()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", roles: [Assignment(.manager)], in: acme)
            let id = try await acme[Goals.self].set("gone", for: ada.id, as: ada)
            let again = try await test.upgraded(
                from: "create goal", of: Goals.self, with: ["INSERT INTO goals_goal VALUES (\(id), 'Read')"], in: acme)
            let pending = try await again.platform.pendingMigrations()
            #expect(pending.migrations == [acme.id: ["goals: add member to goal", "goals: create note"]])
            let acmeAgain = try await again.platform.tenant("acme")
            #expect(try await acmeAgain[Goals.self].list(as: ada).map(\.text) == ["Read"])
            _ = try await acmeAgain[Goals.self].set("Write", for: ada.id, as: ada)
            #expect(try await acmeAgain[Doors.self].guests() == 2)
            let error = await #expect(throws: ConfigurationError.self) {
                _ = try await again.upgraded(from: "create gaol", of: Goals.self, in: acmeAgain)
            }
            #expect(error?.faults.first?.contains("'create gaol'") == true)
            await again.platform.close()
        }
    }

    @Test func `a module can be away for a time`() async throws {
        try await withTemporaryPlatform([Doors()]) { test in
            let acme = try await test.organization()
            let before = try await acme[Doors.self].guests()
            try await test.without(Doors.self, in: acme) {
                _ = try await test.member("ada@acme.example", in: acme)
                #expect(throws: ModuleError(Doors.id, .off)) { try acme[Doors.self] }
            }
            #expect(try await acme[Doors.self].guests() == before)
            _ = try await test.member("bob@acme.example", in: acme)
            #expect(try await acme[Doors.self].guests() == before + 1)
        }
    }
}
