import AtriumStorage
import CSQLite
import Testing

/// The storage target's own SQL functions return what SQLite's functions return.
struct TextFunctionTests {
    private static let texts: [SQL] = [
        "NULL", "''", "'a'", "'abcabc'", "'aaa'", "'  a b  '", "'é'", "'aéaé日本é'", "'日本'", "'本'", "'😀x😀'", "x''",
        "x'61'",
        "x'e9'", "x'C3A9'", "x'616200626162'", "x'A9'", "CAST(x'A9' AS TEXT)", "CAST(x'6100620061' AS TEXT)",
        "CAST(x'C3' AS TEXT)", "12", "121", "1", "1.5", "-0.0", "'xyxyx'", "'yx'", "'abab' || x'61'",
    ]

    private static let others: [SQL] = ["NULL", "''", "'z'", "'é'", "7", "x'6262'", "'aa'"]

    private static let calls: [SQL] =
        texts.flatMap { left in
            texts.flatMap { right -> [SQL] in
                [
                    "instr(\(left), \(right))", "trim(\(left), \(right))", "ltrim(\(left), \(right))",
                    "rtrim(\(left), \(right))",
                ] + others.map { "replace(\(left), \(right), \($0))" }
            }
        } + texts.flatMap { ["trim(\($0))", "ltrim(\($0))", "rtrim(\($0))"] }

    private static let json: [SQL] = [
        "json_set('{}', '$.a', 1)", "json_set('{\"a\":1}', '$.a', json('[1,2]'))",
        "json_set('{\"a\":1}', '$.a', '[1,2]')",
        "json_set('[1]', '$[#]', json_array(1, 'x'), '$[0]', NULL)", "json_insert('{\"a\":1}', '$.a', 2, '$.b.c', 2.5)",
        "json_insert('[]', '$[#]', json_set('{}', '$.x', 'y'))", "json_set(NULL, '$.a', 1)", "json_set('{}', NULL, 1)",
        "json_patch('{\"a\":1,\"b\":{\"c\":2}}', '{\"a\":null,\"b\":{\"d\":[1]}}')", "json_patch(NULL, '{}')",
        "json_patch('[1]', '{\"a\":1}')", "json_array(json_set('{}', '$.a', 1), json_patch('{}', '{}'))",
        "json_array(json_insert('{}', '$.a', json('{}')))", "json_set('{\"é\":1}', '$.é', '日本')", "json_set('{}')",
    ]

    @Test func `each function returns what SQLite's own function returns`() async throws {
        var plain: OpaquePointer?
        try #require(sqlite3_open(":memory:", &plain) == SQLITE_OK)
        defer { sqlite3_close(plain) }
        try await withWorkbench { bench in
            let connection = try Connection(path: ":memory:", access: .memory, settings: bench.storage.settings)
            let executor = connection.kernel
            for call in Self.calls + Self.json {
                let sql: SQL = "SELECT (v IS NULL) || ':' || hex(CAST(v AS BLOB)) FROM (SELECT \(call) AS v)"
                var statement: OpaquePointer?
                try #require(sqlite3_prepare_v2(plain, "\(sql)", -1, &statement, nil) == SQLITE_OK)
                defer { sqlite3_finalize(statement) }
                try #require(sqlite3_step(statement) == SQLITE_ROW)
                let expected = sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "none"
                let found = try executor.one(sql, as: String?.self) ?? "none"
                #expect(found == expected, "\(call)")
            }
        }
    }

    @Test func `an error in JSON is reported as SQLite reports it, and the length of a path is limited`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            for (sql, words) in [
                ("SELECT json_set('{', '$.a', 1)", "json_valid"), ("SELECT json_patch('{', '{}')", "json_valid"),
                (
                    "SELECT json_set('{}', '$' || replace(hex(zeroblob(400000)), '00', '.a'), 1)",
                    "a JSON path is longer"
                ),
                (
                    "SELECT json_insert('{}', '$.a', 1, \("$" + String(repeating: "[0]", count: 400)), 1)",
                    "a JSON path is longer"
                ),
                ("SELECT json_patch(\(Self.object("a")), \(Self.object("b")))", "may take minutes"),
            ] as [(SQL, String)] {
                let error = await #expect(throws: DatabaseError.self) { try await file.run(sql) }
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "passed")")
            }
            await file.close()
        }
    }

    @Test(arguments: ["secret in the module", "malformed JSON", "integer overflow", "non-deterministic use of x"])
    func `an error in a JSON path does not show the path, which may be a bound value`(_ path: String) async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.run("SELECT json_extract('{}', \(path))")
            }
            #expect(error.map { "\($0)".contains(path) } == false)
            await file.close()
        }
    }

    private static func object(_ key: String) -> String {
        "{" + (0..<20_000).map { "\"\(key)\($0)\":1" }.joined(separator: ",") + "}"
    }
}
