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

    /// In the cooperative pool, as a server's code runs.
    @concurrent
    private static func run(_ options: Options) async throws {
        // The first platform configures SQLite for the whole process, and so for all sides.
        try await withTemporaryFolder { try await Platform.open(at: $0, modules: []).close() }
        guard sync_counter_install() == SQLITE_OK else { throw HarnessError("the counting VFS cannot be installed") }
        guard sqlite3_memory_used() == 0 else { throw HarnessError("SQLite's memory statistics are on") }
        let bench = Bench(options)
        // A place that cannot be written to is found before the work, and old rows are not taken for new ones.
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
                "no row that is measured by itself has the name '\(options.only ?? "")'; begin with \(groups.map(\.name))"
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
