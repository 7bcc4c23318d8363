internal import Atrium
internal import AtriumStorage

/// A file that gets the migrations of one module, some of them later than others.
struct VersionedFile {
    private let path: String
    private let identity: String
    private let access: Connection.Access
    private let owner: Owner
    private let schema: Schema

    /// A new file.
    init(at path: String, of module: any Module.Type) {
        (self.path, identity, access) = (path, "", .create)
        (owner, schema) = (Owner(name: module.id.description), module.schema)
    }

    /// The file of an organization.
    init(_ file: OrganizationFile, of module: any Module.Type) {
        (path, identity, access) = (file.path, file.id.description, .write)
        (owner, schema) = (Owner(name: module.id.description), module.schema)
    }

    private var kernel: (owner: Owner, schema: Schema) { (.kernel, KernelSchema.tenant) }

    /// Takes the module's tables out of the file, with all that is in them, so that all its migrations run again.
    func clear() async throws {
        try await unit([kernel]) { [owner] connection in
            try LeftOutSchemas(in: connection).leaveOut(owner)
            try connection.kernel.run("DELETE FROM kernel_migration WHERE owner = \(owner.name)")
        }
    }

    /// Runs the first migrations, up to the number of a version, and then writes rows of that version.
    func stop(at version: Int, writing rows: [SQL]) async throws {
        try await unit([kernel]) { connection in
            try connection.kernel.run("CREATE TABLE kernel_stop (position INTEGER) STRICT")
            try connection.kernel.run("INSERT INTO kernel_stop VALUES (\(version))")
            try connection.kernel.run(
                """
                CREATE TRIGGER kernel_stop_migration BEFORE INSERT ON kernel_migration
                WHEN NEW.position >= (SELECT position FROM kernel_stop)
                BEGIN SELECT RAISE(ABORT, 'stopped'); END
                """)
        }
        var failure: (any Error)?
        do { try await unit([kernel, (owner, schema)]) { _ in } } catch { failure = error }
        let done = try await unit([kernel]) { [owner] connection in
            try connection.kernel.run("DROP TRIGGER kernel_stop_migration")
            try connection.kernel.run("DROP TABLE kernel_stop")
            return try connection.kernel.one(
                "SELECT count(*) FROM kernel_migration WHERE owner = \(owner.name)", as: Int.self)
        }
        // The trigger stopped it, or an earlier migration failed.
        if done < version, let failure { throw failure }
        try await unit([kernel]) { [owner] connection in
            for row in rows { try connection.executor(for: owner).run(row) }
        }
    }

    /// Runs the remaining migrations. Returns the tables and indexes.
    func migrate() async throws -> [String] {
        try await unit([kernel, (owner, schema)]) { _ in }
        // Again, as with each later opening.
        return try await unit([kernel, (owner, schema)]) { [owner] connection in
            try connection.kernel.rows(
                """
                SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
                WHERE tbl_name GLOB \("\(owner.name)_*") ORDER BY type, name
                """, as: String.self)
        }
    }

    @discardableResult
    private func unit<Value: Sendable>(
        _ schemas: [(owner: Owner, schema: Schema)],
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await DatabaseFile.with(path: path, schemas: SchemaSet(schemas), identity: identity, access: access) {
            try await $0.write(body)
        }
    }
}
