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
        guard sync_counter_install() == SQLITE_OK else { throw HarnessError("the counting VFS cannot be installed") }
        let bench = Bench(options)
        for group in groups where bench.wants(group.name) { try await group.measure(bench) }
        guard !bench.rows.isEmpty else {
            throw HarnessError("no row has the name '\(options.only ?? "")'; begin with \(groups.map(\.name))")
        }
        print(Table(rows: bench.rows).text)
        if let path = options.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(bench.rows).write(to: URL(filePath: path))
        }
    }

    private static func report(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
