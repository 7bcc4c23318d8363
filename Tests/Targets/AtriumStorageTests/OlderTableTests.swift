import Testing

@testable import AtriumStorage

/// Tables from migrations that were checked less strictly. They are refused at each use.
struct OlderTableTests {
    @Test(
        arguments: [
            ("n DEFAULT (random())", "random"), ("n DEFAULT (last_insert_rowid() + 1)", "last_insert_rowid"),
            ("n DEFAULT (coalesce(NULL, changes()))", "changes"), ("n DEFAULT (sqlite_version())", "sqlite_version"),
            ("n DEFAULT CURRENT_TIMESTAMP", "current_timestamp"), ("n DEFAULT (date('now'))", "work.now"),
            ("n DEFAULT (unixepoch('n' || 'ow'))", "work.now"),
            ("n UNIQUE ON CONFLICT ROLLBACK", "ON CONFLICT ROLLBACK"),
            ("n NOT NULL ON CONFLICT ROLLBACK DEFAULT 1", "ON CONFLICT ROLLBACK"),
            ("n CHECK (n > random())", "random"), ("n, id INTEGER PRIMARY KEY AUTOINCREMENT", "AUTOINCREMENT"),
        ] as [(String, String)])
    func `an insert into an older table is refused and does not affect another unit of the commit`(
        _ column: String, _ words: String
    )
        async throws
    {
        try await withWorkbench { bench in
            // Each case has its own schema, because verdicts are cached for each schema.
            let schema = Migration(
                "create note",
                of: ["CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) /* \(column) */"])
            let file = bench.file(schemas: SchemaSet([(.alpha, Schema(schema))]))
            _ = try await file.write { try $0.execute("CREATE TABLE alpha_old (x, \(column))") }
            for sql in ["INSERT INTO alpha_old (x) VALUES (1)", "INSERT INTO alpha_old (x) SELECT id FROM alpha_note"]
                as [SQL]
            {
                try await file.run("INSERT OR IGNORE INTO alpha_note VALUES (1, 'one')")
                let results = await file.together([
                    insert("kept \(sql)"), { try $0.executor(for: .alpha).run(sql) },
                ])
                #expect(results.map(\.kind) == [nil, .denied])
                guard case .failure(let error) = results[1] else { continue }
                #expect(error.message.contains(words), "\(error.message)")
            }
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text LIKE 'kept%'") == 2)
            #expect(try await file.count("SELECT count(*) FROM alpha_old") == 0)
            await file.close()
        }
    }

    @Test func `a row that is kept after its connection closes does no harm`() async throws {
        try await withWorkbench { bench in
            let path = "\(bench.folder)/test.db"
            let connection = try Connection(path: path, access: .create, settings: bench.storage.settings)
            var kept: Row?
            try connection.kernel.forEach("SELECT 1") { kept = $0 }
            connection.close()
            #expect(throws: DatabaseError.self) { try kept?.integer(at: 0) }
            #expect(throws: DatabaseError.self) { try kept?.advance() }
            kept?.finish()
            #expect(kept?.mismatch(at: 0, expected: "an integer").kind == .mismatch)
            kept = nil
            let again = bench.file()
            #expect(try await again.count() == 0)
            await again.close()
        }
    }
}
