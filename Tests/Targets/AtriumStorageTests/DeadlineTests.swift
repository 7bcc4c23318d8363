import AtriumStorage
import AtriumSystem
import Testing

struct DeadlineTests {
    @Test func `a statement with endless rows has one deadline, whatever runs between its rows`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.read { connection in
                    // The clock starts here, because the test may have waited for a thread before.
                    let start = ContinuousClock.now
                    let executor = connection.executor(for: .alpha)
                    try executor.forEach(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
                    ) { _ in
                        _ = try executor.one("SELECT count(*) FROM alpha_note", as: Int.self)
                        // Without a deadline, the test would not end.
                        if start.duration(to: .now) > .seconds(60) { throw CancellationError() }
                    }
                }
            }
            #expect(error?.kind == .deadline)
            await file.close()
        }
    }

    @Test func `a write throws the error that ended its transaction, even if the unit throws another one`() async throws
    {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.write { connection in
                    do {
                        _ = try connection.executor(for: .alpha).run(
                            """
                            INSERT INTO alpha_note (text)
                            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
                            """)
                    } catch {
                        throw CancellationError()
                    }
                }
            }
            #expect(error?.kind == .deadline)
            let count = try await file.count()
            #expect(count == 0)
            await file.close()
        }
    }

    @Test func `the kernel's statements, migrations and commits have no deadline`() async throws {
        let migration = Migration(
            "create note", "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
            """
            INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
            SELECT i FROM n
            """)
        let kernel = Migration("create note", "CREATE TABLE kernel_note (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        let schemas = SchemaSet([(.kernel, Schema(kernel)), (.alpha, Schema(migration))])
        try await withWorkbench(deadline: .nanoseconds(1)) { bench in
            let file = bench.file(schemas: schemas)
            try await file.run(
                """
                INSERT INTO kernel_note (id) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
                SELECT i FROM n
                """, as: .kernel)
            let sql: SQL = "SELECT (SELECT count(*) FROM kernel_note) + (SELECT count(*) FROM alpha_note)"
            #expect(try await file.count(sql, as: .kernel) == 400_000)
            await file.close()
        }
    }
}
