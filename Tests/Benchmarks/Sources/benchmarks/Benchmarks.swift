import Atrium
import Foundation
import RawSQLite
import SyncCounter

@main
struct Benchmarks {
    static func main() async {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            if options.asksForHelp { return print(Options.usage) }
            try await run(options)
        } catch let error as UsageError {
            report("benchmarks: \(error)\n\(Options.usage)")
            exit(2)
        } catch {
            report("benchmarks: \(error)")
            exit(1)
        }
    }

    /// Runs in the cooperative pool, like a server's code.
    @concurrent
    private static func run(_ options: Options) async throws {
        // The first platform configures SQLite for the whole process, and therefore for all sides.
        try await withTemporaryFolder { try await Platform.open(at: $0, modules: []).close() }
        guard sync_counter_install() == SQLITE_OK else { throw HarnessError("the counting VFS cannot be installed") }
        guard sqlite3_memory_used() == 0 else { throw HarnessError("SQLite's memory statistics are on") }
        let bench = Bench(options)
        // This finds a path that cannot be written before the work starts, and makes sure that no old rows are left in it.
        try write(bench.rows, to: options.json)
        let failure: (any Error)?
        do {
            for group in groups where bench.wants(group.name) { try await group.measure(bench) }
            failure = nil
        } catch {
            failure = error
        }
        if !bench.rows.isEmpty { print(Table(rows: bench.rows).text) }
        try write(bench.rows, to: options.json)
        if let failure { throw failure }
        guard !bench.rows.isEmpty else {
            throw HarnessError(
                "no row that is measured on its own begins with '\(options.only ?? "")'; the groups are \(groups.map(\.name))"
            )
        }
    }

    private static func write(_ rows: [TableRow], to path: String?) throws {
        guard let path else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(rows).write(to: URL(filePath: path), options: .atomic)
    }

    private static func report(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
