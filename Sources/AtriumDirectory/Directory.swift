package import AtriumStorage
package import AtriumValues
internal import Synchronization

package import struct Foundation.Date

/// The file that all organizations share. It has the accounts, the organizations, when each organization is due, and an index
/// of memberships.
///
/// It knows organizations and members only by their identities, so the kernel supplies the types `Organization` and `Member`.
package final class Directory<Organization, Member>: Sendable {
    package let file: DatabaseFile
    let now: @Sendable () throws -> Date
    /// How long a former slug is kept for its organization.
    let formerSlugLifetime: Duration
    private let folder: String
    private let isReplaced = Atomic(false)

    /// If `mayBeNew` is true, a missing file is created. Otherwise a missing file counts as lost.
    package init(
        in folder: String, storage: Storage, now: @escaping @Sendable () throws -> Date, formerSlugLifetime: Duration,
        mayBeNew: Bool,
        migrated: @escaping @Sendable ([String]) -> Void
    ) {
        (self.folder, self.now, self.formerSlugLifetime) = (folder, now, formerSlugLifetime)
        file = DatabaseFile(
            path: folder + "/directory.db", of: "directory", storage: storage,
            schemas: SchemaSet([(.kernel, DirectorySchema.all)]), identity: "directory",
            access: mayBeNew ? .create : .write, didMigrate: migrated)
    }

    /// Opens and migrates the file, and checks that it belongs to the same folder as the files of these organizations. If the
    /// list of modules has changed since the last time, every organization becomes due once: events may wait for a module that
    /// is installed again, and migrations may have to run. Throws ``DirectoryError``.
    package func open(for modules: String, organizationFiles files: [ID<Organization>]) async throws {
        let (now, folder) = (try now(), folder)
        do {
            try await write { executor in
                guard try executor.one("SELECT is_whole FROM kernel_platform", as: Bool.self) else {
                    throw DirectoryError.incomplete(folder: folder)
                }
                let known = try executor.one(
                    """
                    SELECT count(*) FROM kernel_organization WHERE id IN (SELECT value FROM json_each(\(json: files)))
                    """, as: Int.self)
                if known == 0, !files.isEmpty { throw DirectoryError.foreign(folder: folder) }
                let sql: SQL = "UPDATE kernel_platform SET modules = \(modules) WHERE modules <> \(modules)"
                guard try executor.run(sql) == 1 else { return }
                try executor.run(
                    "UPDATE kernel_organization SET wake_at = \(now), wake_noted_at = \(now) WHERE state <> 'deleted'")
            }
        } catch let error as DatabaseError where error.kind == .lost && !files.isEmpty {
            throw DirectoryError.lost(folder: folder)
        }
    }

    package func close() async { await file.close() }

    /// Begins to rebuild the directory from the organizations' files, and deletes the rows of an interrupted rebuild. Throws
    /// ``DirectoryError/present(folder:)`` if the directory exists and is complete.
    package func beginRebuilding(for modules: String) async throws {
        let folder = folder
        try await write { executor in
            let (isWhole, count) = try executor.one(
                "SELECT is_whole, (SELECT count(*) FROM kernel_organization) FROM kernel_platform", as: Bool.self,
                Int.self)
            guard !isWhole || count == 0 else { throw DirectoryError.present(folder: folder) }
            try executor.run("UPDATE kernel_platform SET is_whole = 0, modules = \(modules)")
            for deletion in [
                "DELETE FROM kernel_address_change", "DELETE FROM kernel_address_copy",
                "DELETE FROM kernel_released_address", "DELETE FROM kernel_address", "DELETE FROM kernel_account",
                "DELETE FROM kernel_membership", "DELETE FROM kernel_organization", "DELETE FROM kernel_slug",
            ] as [SQL] { try executor.run(deletion) }
        }
    }

    /// Records that the rebuild is complete.
    package func endRebuilding() async throws { try await run("UPDATE kernel_platform SET is_whole = 1") }

    func read<Value: Sendable>(_ body: @escaping @Sendable (CachingExecutor) throws -> Value) async throws -> Value {
        try await file.read { [self] in try body(executor($0)) }
    }

    /// Refuses a directory that was replaced, because the state in memory comes from the file that was opened first.
    private func executor(_ connection: Connection) throws -> CachingExecutor {
        if file.wasReplaced() { isReplaced.store(true, ordering: .relaxed) }
        if isReplaced.load(ordering: .relaxed) { throw DirectoryError.replaced(folder: folder) }
        return connection.kernel
    }

    func first<Value: ColumnValue>(_ sql: SQL) async throws -> Value? {
        try await read { try $0.first(sql, as: Value.self) }
    }

    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (CachingExecutor) throws -> Value) async throws -> Value {
        try await file.write { [self] in try body(executor($0)) }
    }

    func run(_ statements: SQL..., duplicate: (column: String, means: any Error)? = nil) async throws {
        do {
            try await write { executor in for statement in statements { try executor.run(statement) } }
        } catch let error as DatabaseError {
            throw duplicate.flatMap { error.isDuplicate(of: $0.column) ? $0.means : nil } ?? error
        }
    }
}
