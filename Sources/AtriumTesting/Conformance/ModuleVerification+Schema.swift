internal import Atrium
internal import AtriumStorage
internal import Foundation

/// The migrations, from nothing and from each earlier version.
extension ModuleVerification {
    func schemaFaults() async throws -> [String] {
        let migrations = M.schema.migrations
        let unknown = olderRows.map(\.migration).filter { name in !migrations.contains { $0.name == name } }
        var faults = unknown.map { "olderRows names '\($0)', which is no migration; correct the name" }
        let newest: [String]
        do { newest = try await VersionedFile(of: M.self).migrate(stoppingAt: [], rows: [:]) } catch {
            return faults + ["the migrations do not run in an empty file: \(error)"]
        }
        let positions = olderRows.compactMap { name, rows in
            migrations.firstIndex { $0.name == name }.map { ($0 + 1, rows) }
        }
        let rows = Dictionary(positions, uniquingKeysWith: +)
        for version in 1..<max(1, migrations.count) {
            let name = migrations[version - 1].name
            do {
                let objects = try await VersionedFile(of: M.self).migrate(stoppingAt: 1...version, rows: rows)
                if objects != newest { faults.append("from the version '\(name)', the migrations make other tables") }
            } catch {
                faults.append(
                    "a file of the version '\(name)' does not migrate: \(error); a migration has to cope with existing rows"
                )
            }
        }
        return faults
    }
}

/// A file that gets the migrations of one module, some of them later than others.
private struct VersionedFile {
    let owner: Owner
    let schema: Schema

    init(of module: any Module.Type) { (owner, schema) = (Owner(name: module.id.description), module.schema) }

    private var kernel: (owner: Owner, schema: Schema) { (.kernel, KernelSchema.tenant) }

    /// Makes a file, stops before the migration of each version in `stops` and writes the rows of that version, and then runs the
    /// others. Returns the tables and indexes.
    func migrate(stoppingAt stops: some Sequence<Int>, rows: [Int: [SQL]]) async throws -> [String] {
        let storage = Storage.forOneFile()
        defer { storage.stop() }
        let path = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).db").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        for version in stops {
            try await unit(path, storage, [kernel]) { connection in
                try connection.kernel.run("CREATE TABLE IF NOT EXISTS kernel_stop (position INTEGER) STRICT")
                try connection.kernel.run("DELETE FROM kernel_stop")
                try connection.kernel.run("INSERT INTO kernel_stop VALUES (\(version))")
                try connection.kernel.run(
                    """
                    CREATE TRIGGER IF NOT EXISTS kernel_stop_migration BEFORE INSERT ON kernel_migration
                    WHEN NEW.position >= (SELECT position FROM kernel_stop)
                    BEGIN SELECT RAISE(ABORT, 'stopped'); END
                    """)
            }
            // The trigger stops it. Another error shows again when the rest is migrated.
            try? await unit(path, storage, [kernel, (owner, schema)]) { _ in }
            try await unit(path, storage, [kernel]) { [owner] connection in
                try connection.kernel.run("UPDATE kernel_stop SET position = 1000000")
                for row in rows[version] ?? [] { try connection.executor(for: owner).run(row) }
            }
        }
        _ = try await unit(path, storage, [kernel, (owner, schema)]) { _ in }
        // Again, as with each later opening.
        return try await unit(path, storage, [kernel, (owner, schema)]) { [owner] connection in
            try connection.kernel.rows(
                """
                SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
                WHERE tbl_name GLOB \("\(owner.name)_*") ORDER BY type, name
                """, as: String.self)
        }
    }

    @discardableResult
    private func unit<Value: Sendable>(
        _ path: String, _ storage: Storage, _ schemas: [(owner: Owner, schema: Schema)],
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let file = DatabaseFile(path: path, storage: storage, schemas: SchemaSet(schemas))
        do {
            let value = try await file.write(body)
            await file.close()
            return value
        } catch {
            await file.close()
            throw error
        }
    }
}
