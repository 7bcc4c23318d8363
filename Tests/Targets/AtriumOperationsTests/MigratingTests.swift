import Atrium
import AtriumOperations
import AtriumTesting
import Foundation
import Testing

struct MigratingTests {
    /// A module whose schema grows.
    private struct Older: Module {
        static let id: ModuleID = "growing"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema(Migration("create note", "CREATE TABLE growing_note (text TEXT) STRICT"))

        func start(in tenant: TenantContext) -> Store { tenant.store }
    }

    private struct Newer: Module {
        static let id: ModuleID = "growing"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema(
            Migration("create note", "CREATE TABLE growing_note (text TEXT) STRICT"),
            Migration("require a text", "CREATE UNIQUE INDEX growing_note_text ON growing_note (text)"))

        func start(in tenant: TenantContext) -> Store { tenant.store }
    }

    /// Six organizations, of which one is suspended and one has rows that the new migration refuses. Then the newer program.
    private func withOrganizations(_ body: (TemporaryPlatform, [OrganizationID]) async throws -> Void) async throws {
        try await withTemporaryPlatform([Older()]) { test in
            var ids: [OrganizationID] = []
            for number in 0..<6 {
                let tenant = try await test.organization("acme\(number)", founder: "founder\(number)@acme.example")
                ids.append(tenant.id)
            }
            let member = try await test.member("ada@acme.example", in: test.platform.tenant(ids[2]))
            try await test.platform.tenant(ids[2])[Older.self].write(as: member, .viewOrganization) { work in
                for _ in 0..<2 { try work.run("INSERT INTO growing_note VALUES ('same')") }
            }
            try await test.platform.suspend(ids[4])
            let newer = try await test.reopened(with: [Newer()])
            try await body(newer, ids)
            await newer.platform.close()
        }
    }

    private static let names = ["growing: require a text"]

    @Test func `a dry run says what would run, and changes nothing`() async throws {
        try await withOrganizations { test, ids in
            for _ in 0..<2 {
                let report = try await test.platform.pendingMigrations()
                #expect(report.migrations == Dictionary(uniqueKeysWithValues: ids.map { ($0, Self.names) }))
                #expect(report.failures.isEmpty)
            }
        }
    }

    @Test func `all organizations are migrated, and one that fails does not stop the others`() async throws {
        try await withOrganizations { test, ids in
            let seen = Locked<[MigrationProgress]>([])
            let report = try await test.platform.migrateAll(atOnce: 2) { progress in
                seen.withLock { $0.append(progress) }
            }
            #expect(Set(report.migrations.keys) == Set(ids.filter { $0 != ids[2] }))
            #expect(Array(report.failures.keys) == [ids[2]])
            #expect("\(try #require(report.failures.values.first))".contains("correct the existing rows"))
            #expect(seen.withLock { $0.map(\.done) } == Array(1...6))
            #expect(seen.withLock { $0.allSatisfy { $0.total == 6 } })
            // What is done is not done again.
            #expect(try await test.platform.pendingMigrations().migrations == [ids[2]: Self.names])
            let again = try await test.platform.migrateAll()
            #expect(again.migrations.isEmpty && again.failures.count == 1)
            _ = try await test.platform.tenant(ids[0])
        }
    }

    @Test func `lookups at the same time wait for the migration, and succeed`() async throws {
        try await withOrganizations { test, ids in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await test.platform.migrateAll(atOnce: 3) }
                for id in ids where id != ids[2] && id != ids[4] {
                    group.addTask { _ = try await test.platform.tenant(id) }
                }
                try await group.waitForAll()
            }
            #expect(try await test.platform.pendingMigrations().migrations.keys.sorted() == [ids[2]])
        }
    }
}
