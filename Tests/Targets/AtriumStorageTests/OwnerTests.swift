import AtriumValues
import Testing

@testable import AtriumStorage

struct OwnerTests {
    @Test func `no module may own a table that SQLite itself provides`() async throws {
        try await withWorkbench { bench in
            let connection = try Connection(path: ":memory:", access: .memory, settings: bench.storage.settings)
            let names = try connection.execute("SELECT DISTINCT name FROM pragma_module_list").compactMap(\.[0])
            #expect(names.contains("json_each"))
            for name in names + ["sqlite_schema", "sqlite_sequence", "sqlite_stat1"] {
                guard let word = name.split(separator: "_").first, word.count < name.count else { continue }
                #expect(ModuleID(String(word)) == nil, "\(name)")
            }
        }
    }
}
