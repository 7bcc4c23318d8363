import AtriumDirectory
import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Notes of the people who run the platform.
private struct Notes: Module {
    static let id: ModuleID = "notes"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.takeNotes]
    static let schema = Schema(Migration("create note", "CREATE TABLE notes_note (text TEXT NOT NULL) STRICT"))

    func start(in tenant: TenantContext) throws -> NoteService {
        let system = tenant.system("say the hour")
        try tenant.every(.seconds(3600), "say the hour") { [store = tenant.store] in
            try await store.write(as: system) { _ = try $0.run("INSERT INTO notes_note VALUES ('an hour')") }
        }
        return NoteService(store: tenant.store)
    }
}

extension Permission {
    fileprivate static let takeNotes = Permission("notes.take", grantedTo: .operator)
}

private struct NoteService: Sendable {
    let store: Store

    func add(_ text: String, as principal: Principal) async throws {
        try await store.write(as: principal, .takeNotes) { _ = try $0.run("INSERT INTO notes_note VALUES (\(text))") }
    }

    func all(as principal: Principal) async throws -> [String] {
        try await store.read(as: principal, .takeNotes) { try $0.rows("SELECT text FROM notes_note", as: String.self) }
    }
}

struct PlatformModuleTests {
    @Test func `a module of the platform stores its data in a file of its own, for operators`() async throws {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let root = try test.platform.operator("Root")
            try await test.platform[Notes.self].add("Hello", as: root)
            let restarted = try await test.reopened()
            #expect(try await restarted.platform[Notes.self].all(as: root) == ["Hello"])
            let names = try FileManager.default.contentsOfDirectory(atPath: test.folder)
            #expect(names.filter { $0.hasPrefix("system-") && $0.hasSuffix(".db") }.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder + "/tenants") == [])
            for other in [Principal.visitor, .account(AccountID(at: .now, random: []))] {
                await #expect(throws: AccessError(permission: "notes.take", isOfOperators: true)) {
                    try await restarted.platform[Notes.self].all(as: other)
                }
            }
            await restarted.platform.close()
        }
    }

    @Test func `the system tenant is in no list, and is neither suspended nor deleted nor renamed`() async throws {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let (platform, id) = (test.platform, try await test.platform.systemTenant.id)
            let acme = try await test.organization()
            #expect(try await platform.organizations().entries.map(\.id) == [acme.id])
            #expect(try await platform.discrepancies() == [])
            await #expect(throws: OrganizationError.unknown) { try await platform.suspend(id) }
            await #expect(throws: OrganizationError.unknown) { try await platform.delete(id) }
            let root = try platform.operator("Root")
            await #expect(throws: OrganizationError.invalidSlug) {
                try await platform.systemTenant.settings.changeSlug(to: "other", as: root)
            }
            await #expect(throws: OrganizationError.slugIsID) {
                try await platform.createOrganization(
                    OrganizationSettings(name: "Fake"), slug: "00000000-0000-0000-0000-000000000000",
                    founder: EmailAddress("founder@acme.example"))
            }
        }
    }

    @Test func `recurring work of the platform's modules runs with that of the organizations`() async throws {
        try await withTemporaryPlatform([Notes()], platformModules: [Notes()]) { test in
            _ = try await test.organization()
            test.clock.advance(by: .seconds(3600))
            #expect(try await test.platform.runDue() == 2)
            let root = try test.platform.operator("Root")
            #expect(try await test.platform[Notes.self].all(as: root) == ["an hour"])
        }
    }

    @Test func `without modules of the platform there is no system tenant`() async throws {
        try await withTemporaryPlatform { test in
            await #expect(throws: ModuleError(Notes.id, .missing)) { try await test.platform[Notes.self] }
            await #expect(throws: OrganizationError.unknown) { try await test.platform.systemTenant }
            let names = try FileManager.default.contentsOfDirectory(atPath: test.folder)
            #expect(names.allSatisfy { !$0.hasPrefix("system") })
        }
    }

    @Test func `data of platform modules stay while the program opens the folder without them`() async throws {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let root = try test.platform.operator("Root")
            try await test.platform[Notes.self].add("Hello", as: root)
            await test.platform.close()
            let without = try await Platform.open(test.configuration, modules: [])
            await #expect(throws: ModuleError(Notes.id, .missing)) { try await without[Notes.self] }
            #expect(try await without.discrepancies() == [])
            await without.close()
            let again = try await Platform.open(test.configuration, modules: [], platformModules: [Notes()])
            #expect(try await again[Notes.self].all(as: root) == ["Hello"])
            await again.close()
        }
    }

    @Test(arguments: [PlatformStep.registered, .provisioned, .saved])
    func `a crash while the system tenant is created leaves a folder that opens`(step: PlatformStep) async throws {
        try await withTemporaryPlatform { test in
            await test.platform.close()
            var configuration = test.configuration
            configuration.interrupt = { if $0 == step { throw Interruption() } }
            await #expect(throws: Interruption.self) {
                try await Platform.open(configuration, modules: [], platformModules: [Notes()])
            }
            let again = try await Platform.open(test.configuration, modules: [], platformModules: [Notes()])
            let root = try again.operator("Root")
            try await again[Notes.self].add("Hello", as: root)
            #expect(try await again.discrepancies() == [])
            await again.close()
        }
    }

    @Test func `a lost system file is reported, and another platform's is refused`() async throws {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let id = try await test.platform.systemTenant.id
            let path = "\(test.folder)/system-\(id).db"
            await test.platform.close()
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            await #expect {
                _ = try await Platform.open(test.configuration, modules: [], platformModules: [Notes()])
            } throws: {
                ($0 as? DatabaseError)?.kind == .lost
            }
            let without = try await Platform.open(test.configuration, modules: [])
            #expect(try await without.discrepancies() == [.organizationWithoutFile(id)])
            await without.close()
            try await withTemporaryPlatform(platformModules: [Notes()], seed: 2) { other in
                let foreign = "\(other.folder)/system-\(try await other.platform.systemTenant.id).db"
                await other.platform.close()
                try FileManager.default.copyItem(atPath: foreign, toPath: path)
            }
            await #expect {
                _ = try await Platform.open(test.configuration, modules: [], platformModules: [Notes()])
            } throws: {
                ($0 as? DatabaseError)?.kind == .foreign
            }
        }
    }

    @Test func `a lost directory is made again from the system file, too`() async throws {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let root = try test.platform.operator("Root")
            try await test.platform[Notes.self].add("Hello", as: root)
            await test.platform.close()
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: "\(test.folder)/directory.db\(suffix)")
            }
            await #expect(throws: DirectoryError.self) { try await test.reopened() }
            let report = try await Platform.rebuildDirectory(
                test.configuration, modules: [], platformModules: [Notes()])
            #expect(report.failures.isEmpty)
            let again = try await test.reopened()
            #expect(try await again.platform[Notes.self].all(as: root) == ["Hello"])
            #expect(try await again.platform.organizations().entries.isEmpty)
            await again.platform.close()
        }
    }

    @Test func `a system file that is lost for good is given up by a program without modules of the platform`()
        async throws
    {
        try await withTemporaryPlatform(platformModules: [Notes()]) { test in
            let id = try await test.platform.systemTenant.id
            await test.platform.close()
            try FileManager.default.removeItem(atPath: "\(test.folder)/system-\(id).db")
            let without = try await Platform.open(test.configuration, modules: [])
            try await without.delete(id)
            await without.close()
            let again = try await test.reopened()
            let root = try again.platform.operator("Root")
            #expect(try await again.platform[Notes.self].all(as: root) == [])
            #expect(try await again.platform.systemTenant.id != id)
            await again.platform.close()
        }
    }
}
