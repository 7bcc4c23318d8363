import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

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
    private func withOrganizations(
        isOptional: Bool = false, _ body: (TemporaryPlatform, [OrganizationID]) async throws -> Void
    ) async throws {
        try await withTemporaryPlatform(
            [Older()], configure: { $0.optionalModules = isOptional ? [Older.self] : [] }
        ) { test in
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

    @Test func `the report names the organizations in which an optional module is not migrated`() async throws {
        try await withOrganizations(isOptional: true) { test, ids in
            // The file of this organization was written by a still newer version.
            let newest = try await test.platform.tenant(ids[3])
            try await newest.store.write(as: .kernel, .system) { work in
                try work.kernel.run("INSERT INTO kernel_migration VALUES ('growing', 2, 'add a day', \([UInt8]()))")
            }
            let again = try await test.reopened()
            let others = Set(ids.filter { $0 != ids[2] && $0 != ids[3] })
            let pending = try await again.platform.pendingMigrations()
            #expect(Set(pending.migrations.keys) == others.union([ids[2]]))
            #expect(Array(pending.failures.keys) == [ids[3]])
            let report = try await again.platform.migrateAll()
            #expect(Set(report.migrations.keys) == others)
            #expect(Set(report.failures.keys) == [ids[2], ids[3]])
            let (rows, version) = (try #require(report.failures[ids[2]]), try #require(report.failures[ids[3]]))
            #expect("\(rows)".contains("migration 'require a text' of 'growing' failed"))
            #expect("\(version)".contains("schema of 'growing': the file was written by a newer version"))
            await again.platform.close()
        }
    }

    @Test func `an organization that is open is left to its own attempts`() async throws {
        try await withOrganizations(isOptional: true) { test, ids in
            let tenant = try await test.platform.tenant(ids[2])
            let grace = try test.platform.operator("Grace")
            #expect(try await tenant.modules.list(as: grace).map(\.state) == [.failed])
            let report = try await test.platform.migrateAll()
            #expect(Set(report.migrations.keys) == Set(ids.filter { $0 != ids[2] }))
            #expect(report.failures.isEmpty)
        }
    }
}
