import AtriumSystem
import CSQLite
import Testing

@testable import AtriumStorage

struct SettingsTests {
    @Test(
        arguments: [
            (.seconds(-1), 0), (.zero, 0), (.nanoseconds(1), 1), (.milliseconds(1500), 1_500_000_000),
            (.seconds(Int64.max), 9_000_000_000_000_000_000),
            (.seconds(Int64.max) + .seconds(Int64.max), 9_000_000_000_000_000_000),
        ] as [(Duration, UInt64)])
    func `a limit of any length is converted to nanoseconds, up to a maximum`(_ limit: Duration, _ count: UInt64) {
        #expect(limit.nanoseconds == count)
    }

    @Test(arguments: [Connection.Access.write, .read])
    func `every pragma reads back as it was set`(_ access: Connection.Access) async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.run("INSERT INTO alpha_note (text) VALUES ('x')")
            let connection = try Connection(path: file.path, access: access, settings: bench.storage.settings)
            for pragma in Connection.pragmas(for: access) {
                #expect(try connection.execute("PRAGMA \(pragma.name)").first?.first == pragma.reads, "\(pragma.name)")
            }
            #expect(try connection.execute("PRAGMA journal_mode").first?.first == "wal")
            #expect(try connection.execute("PRAGMA foreign_keys").first?.first == "1")
            #expect(try connection.execute("PRAGMA trusted_schema").first?.first == "0")
            await file.close()
        }
    }

    @Test func `every pragma of a database in memory reads back as it was set`() async throws {
        try await withWorkbench { bench in
            let connection = try Connection(path: ":memory:", access: .memory, settings: bench.storage.settings)
            for pragma in Connection.pragmas(for: .memory) {
                #expect(try connection.execute("PRAGMA \(pragma.name)").first?.first == pragma.reads, "\(pragma.name)")
            }
            #expect(try connection.execute("PRAGMA foreign_keys").first?.first == "1")
        }
    }

    @Test func `every option and limit reads back as it was set`() async throws {
        try await withWorkbench { bench in
            let connection = try Connection(
                path: "\(bench.folder)/plain.db", access: .create, settings: bench.storage.settings)
            for (option, on) in Connection.options {
                var now: Int32 = -1
                #expect(atrium_db_config(connection.handle, option, -1, &now) == SQLITE_OK)
                #expect(now == (on ? 1 : 0), "option \(option)")
            }
            for (limit, value) in Connection.limits {
                #expect(sqlite3_limit(connection.handle, limit, -1) == value, "limit \(limit)")
            }
        }
    }
}
