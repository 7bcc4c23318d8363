import Testing

@testable import AtriumStorage

/// Error messages tell a module's author what happened and what to do.
struct MessageTests {
    private func error(of sql: SQL, deadline: Duration = .seconds(5)) async throws -> DatabaseError {
        try await withWorkbench(deadline: deadline) { bench in
            let file = bench.file()
            defer { Task { await file.close() } }
            return try #require(await #expect(throws: DatabaseError.self) { try await file.run(sql) })
        }
    }

    @Test(
        arguments: [
            ("SELECT * FROM alpha_note WHERE text = '\("x")'", ["leave out the quotes", "write \\(…)"]),
            ("SELECT * FROM alpha_note WHERE text LIKE '%\("x")%'", ["leave out the quotes", "'%' || \\(…) || '%'"]),
            ("SELECT 1 -- \("x")", ["inside quotes or a comment"]),
            ("SELECT * FROM alpha_note WHERE text = \"\("x")\"", ["leave out the quotes"]),
            ("SELECT * FROM \("alpha_note")", ["a value is where SQL allows none", "write names in the text"]),
            ("SELECT * FROM alpha_note WHERE id = ?", ["1 parameters", "write each value as \\(…)"]),
            ("", ["the SQL is empty"]), (" \n\t ;", ["the SQL is empty"]),
            ("-- why", ["a comment only", "write a statement"]),
            ("/* why", ["a comment only"]), ("SELECT 1; SELECT 2", ["more than one statement"]),
            ("SELECT random()", ["may not call 'random'", "make the value before"]),
            ("SELECT last_insert_rowid()", ["RETURNING"]), ("SELECT changes()", ["what 'run' returns"]),
            ("SELECT CURRENT_TIMESTAMP", ["work.now"]),
            ("SELECT snippet(text, 0, '', '', '', 5) FROM alpha_note", ["may not call 'snippet'", "mark the text"]),
            ("SELECT highlight(text, 0, '', '') FROM alpha_note", ["may not call 'highlight'", "mark the text"]),
            ("SELECT sqlite_version()", ["not among the allowed functions"]),
            ("SELECT * FROM beta_note", ["may not touch 'beta_note'", "ask its owner's service"]),
            ("SELECT * FROM sqlite_schema", ["SQLite's own"]), ("COMMIT", ["leave BEGIN, COMMIT"]),
            ("PRAGMA user_version", ["PRAGMA"]), ("CREATE TABLE alpha_x (id)", ["tables are made in migrations"]),
            ("DROP TABLE alpha_note", ["tables are made in migrations"]),
            ("SELECT length(zeroblob(5000000))", ["longer than the limit of 4000000 bytes", "in parts"]),
            ("SELECT \(String(repeating: "x", count: 4_000_001))", ["longer than the limit of 4000000 bytes"]),
            ("SELECT 'x' LIKE \(String(repeating: "x", count: 51))", ["LIKE or GLOB pattern is longer", "instr"]),
            ("SELECT json_extract(\("{"), '$.a')", ["json_valid"]),
            ("SELECT sum(9223372036854775807) FROM json_each('[1,2]')", ["too large"]),
        ] as [(SQL, [String])])
    func `an error says what is wrong and what to do`(_ sql: SQL, _ words: [String]) async throws {
        let error = try await error(of: sql)
        for word in words { #expect(error.message.contains(word), "\(error.message)") }
        #expect(error.sql == nil || error.sql == "\(sql)")
    }

    @Test func `the error of a statement past its deadline names the statement and says what to do`() async throws {
        let endless: SQL = "WITH RECURSIVE n (i) AS (SELECT \(1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        let error = try await error(of: endless, deadline: .milliseconds(20))
        #expect(error.kind == .deadline)
        #expect(error.extendedCode == 9)
        #expect(error.sql == "\(endless)")
        for word in ["its deadline of 20.0 ms", "fewer rows at a time", "an index", "'statementTimeout'"] {
            #expect(error.message.contains(word), "\(error.message)")
        }
    }

    @Test func `a unit that ignores its deadline error fails with this error, which names the statement`() async throws
    {
        try await withWorkbench(deadline: .milliseconds(20)) { bench in
            let file = bench.file()
            let endless: SQL = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            for isWrite in [true, false] {
                let body: @Sendable (Connection) throws -> Void = { connection in
                    let executor = connection.executor(for: .alpha)
                    _ = try? executor.one(endless, as: Int.self)
                    _ = try executor.one("SELECT count(*) FROM alpha_note", as: Int.self)
                }
                let error = await #expect(throws: DatabaseError.self) {
                    if isWrite { try await file.write(body) } else { try await file.read(body) }
                }
                #expect(error?.kind == .deadline)
                #expect(error?.sql == "\(endless)")
                #expect(error?.message.contains("fewer rows at a time") == true)
            }
            await file.close()
        }
    }

    @Test func `the error for SQL that is too long states the limit`() async throws {
        try await withWorkbench { bench in
            let connection = try Connection(path: ":memory:", access: .memory, settings: bench.storage.settings)
            let error = #expect(throws: DatabaseError.self) {
                try connection.execute("SELECT '" + String(repeating: "x", count: 100_000) + "'")
            }
            #expect(error?.message.contains("the SQL is longer than 100000 bytes") == true)
        }
    }

    @Test func `the error for a write in a reading unit says where the write belongs`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.read { try $0.executor(for: .alpha).run("DELETE FROM alpha_note") }
            }
            #expect(error?.kind == .readOnly)
            #expect(error?.message.contains("run it in a unit that writes") == true)
            await file.close()
        }
    }

    @Test(
        arguments: [
            ("SELECT 1", "select"), ("-- why\n/* and */ Select 1", "select"), (";;\n;create", "create"),
            ("/**/alter", "alter"),
            ("/* a\n * b */drop table", "drop"), ("", nil), ("-- only", nil), ("/* open", nil), (";", nil),
            ("'x'", nil),
            ("\u{FEFF}create", "\u{FEFF}create"), ("/*/ create */ drop", "drop"), ("--\ncreate", "create"),
        ] as [(String, String?)])
    func `the first word of a statement is found after comments`(_ text: String, _ word: String?) {
        #expect(SQLTokens.firstWord(of: text) == word)
    }
}
