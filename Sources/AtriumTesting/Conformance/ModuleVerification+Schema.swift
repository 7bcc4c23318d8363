internal import Atrium
internal import Foundation

/// The migrations, from nothing and from each earlier version.
extension ModuleVerification {
    func schemaFaults() async throws -> [String] {
        let migrations = M.schema.migrations
        let unknown = olderRows.map(\.migration).filter { name in !migrations.contains { $0.name == name } }
        var faults = unknown.map { "olderRows names '\($0)', which is no migration; correct the name" }
        let newest: [String]
        do { newest = try await migrate(stoppingAt: [], rows: [:]) } catch {
            return faults + ["the migrations do not run in an empty file: \(error)"]
        }
        let positions = olderRows.compactMap { name, rows in
            migrations.firstIndex { $0.name == name }.map { ($0 + 1, rows) }
        }
        let rows = Dictionary(positions, uniquingKeysWith: +)
        for version in 1..<max(1, migrations.count) {
            let name = migrations[version - 1].name
            do {
                let objects = try await migrate(stoppingAt: 1...version, rows: rows)
                if objects != newest { faults.append("from the version '\(name)', the migrations make other tables") }
            } catch {
                faults.append(
                    "a file of the version '\(name)' does not migrate: \(error); a migration has to cope with existing rows"
                )
            }
        }
        return faults
    }

    /// Migrates a new file. Stops at each version of `stops`, and writes its rows. Returns the tables and indexes.
    private func migrate(stoppingAt stops: some Sequence<Int>, rows: [Int: [SQL]]) async throws -> [String] {
        let path = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString).db").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let file = VersionedFile(at: path, of: M.self)
        for version in stops { try await file.stop(at: version, writing: rows[version] ?? []) }
        return try await file.migrate()
    }
}
