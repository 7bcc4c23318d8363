public import Atrium
internal import AtriumStorage

/// What a migration of all organizations did, or would do.
public struct MigrationReport: Sendable {
    /// The migrations of each organization that was not up to date, as `module: name`.
    public internal(set) var migrations: [OrganizationID: [String]] = [:]
    /// Why organizations could not be migrated, or an optional module there.
    public internal(set) var failures: [OrganizationID: any Error] = [:]
}

/// How far a migration of all organizations has come.
public struct MigrationProgress: Sendable {
    /// The organization that was migrated last, or could not be migrated.
    public let organization: OrganizationID
    /// How many organizations are done, with this one.
    public let done: Int
    /// How many organizations there are.
    public let total: Int
}

/// Migrations of all organizations. Without them, each organization is migrated when it opens next.
extension Platform {
    /// What would run in each active and each suspended organization. Changes nothing.
    public func pendingMigrations() async throws -> MigrationReport {
        var report = MigrationReport()
        for id in try await organizationsWithFiles() {
            do {
                let file = file(of: id)
                let pending = try file.pendingMigrations()
                if !pending.isEmpty { report.migrations[id] = pending }
                report.failures[id] = file.refusal
            } catch { report.failures[id] = error }
        }
        return report
    }

    /// Migrates every active and every suspended organization, `atOnce` at a time. An organization that cannot be migrated is
    /// in the report, and does not stop the others. After an interruption, call it again: it goes on with those that are left.
    ///
    /// It starts no modules. Organizations that are in use go on working. `progress` is called after each organization.
    public func migrateAll(
        atOnce: Int = 4, progress: @escaping @Sendable (MigrationProgress) -> Void = { _ in }
    ) async throws -> MigrationReport {
        let ids = try await organizationsWithFiles()
        return try await withThrowingTaskGroup(of: (OrganizationID, Result<[String], any Error>).self) { group in
            var (report, waiting, done) = (MigrationReport(), ids[...], 0)
            for id in waiting.prefix(max(1, atOnce)) { group.addTask { (id, await self.migrate(id)) } }
            waiting = waiting.dropFirst(max(1, atOnce))
            while let (id, result) = try await group.next() {
                try Task.checkCancellation()
                switch result {
                case .success(let names): if !names.isEmpty { report.migrations[id] = names }
                case .failure(let error): report.failures[id] = error
                }
                done += 1
                progress(MigrationProgress(organization: id, done: done, total: ids.count))
                if let next = waiting.popFirst() { group.addTask { (next, await self.migrate(next)) } }
            }
            return report
        }
    }

    private func organizationsWithFiles() async throws -> [OrganizationID] {
        try await directory.states().filter { $0.value == .active || $0.value == .suspended }.keys.sorted()
    }

    /// Opens the file, if it is not open. That runs its migrations.
    private func migrate(_ id: OrganizationID) async -> Result<[String], any Error> {
        do {
            return try await opening.run(id) {
                // An organization that is open, or is opening, is migrated by that.
                if tenants.withLock({ $0?[id] != nil }) { return .success([]) }
                let file = file(of: id)
                let pending = try file.pendingMigrations()
                if !pending.isEmpty {
                    do { try await file.read { _ in } } catch {
                        await file.close()
                        throw error
                    }
                    await file.close()
                }
                return file.refusal.map { .failure($0) } ?? .success(pending)
            }
        } catch { return .failure(error) }
    }
}

extension DatabaseFile {
    /// Why an optional module cannot be migrated; `nil` if all can.
    fileprivate var refusal: DatabaseError? { refusals.min { $0.key < $1.key }?.value }
}
