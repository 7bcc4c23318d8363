import Testing

@testable import AtriumStorage

/// A unit has one time, which the platform gives. SQL cannot read any other.
struct ClockTests {
    private static let schemas = SchemaSet([
        (
            .kernel,
            Schema(Migration("create note", "CREATE TABLE kernel_note (id INTEGER PRIMARY KEY, text TEXT) STRICT"))
        ),
        (
            .alpha,
            Schema(
                Migration(
                    "create note", "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
                    "CREATE TABLE alpha_check (id INTEGER PRIMARY KEY, day TEXT CHECK (date(day) IS day)) STRICT",
                    "INSERT INTO alpha_note VALUES (1, 'now')"))
        ),
    ])

    private static let readings: [SQL] = [
        "SELECT date('now')", "SELECT datetime()", "SELECT date()", "SELECT time()", "SELECT time('NOW')",
        "SELECT unixepoch()", "SELECT unixepoch('now', 'subsec')", "SELECT julianday('now')", "SELECT julianday()",
        "SELECT strftime('%s')", "SELECT strftime('%s', 'now')", "SELECT strftime('%Y-%m', 'Now', 'start of month')",
        "SELECT date('n' || 'ow')", "SELECT date(lower('NOW'))", "SELECT date(\("now"))",
        "SELECT datetime(\("now"), 'utc')",
        "SELECT date(text) FROM alpha_note", "SELECT 1 FROM alpha_note WHERE unixepoch(text) > 5",
        "SELECT value FROM json_each('[\"now\"]') WHERE date(value) > ''",
        "SELECT count(*) FROM alpha_note WHERE id < julianday()",
        "SELECT * FROM alpha_note ORDER BY time(text)", "SELECT 1 LIMIT (SELECT unixepoch('now'))",
        "SELECT CASE WHEN id = 1 THEN date('now') END FROM alpha_note",
        "WITH t (x) AS (SELECT 'now') SELECT date(x) FROM t", "SELECT max(date(text)) OVER () FROM alpha_note",
        "INSERT INTO alpha_note (text) VALUES (date('now'))", "UPDATE alpha_note SET text = datetime('now')",
        "INSERT INTO alpha_note (text) VALUES ('x') RETURNING unixepoch()",
        "DELETE FROM alpha_note WHERE date('now') > ''",
        "INSERT INTO alpha_note VALUES (1, 'x') ON CONFLICT DO UPDATE SET text = date('now')",
        "SELECT CURRENT_TIMESTAMP", "SELECT CURRENT_DATE", "SELECT current_time",
        "SELECT date('2026-01-01', 'localtime', 'utc'), date('now')",
    ]

    private static func writing(_ file: DatabaseFile, _ body: @escaping @Sendable (CachingExecutor) throws -> Void)
        async
        -> DatabaseError?
    {
        do {
            try await file.write { try body($0.executor(for: .alpha)) }
            return nil
        } catch {
            return error as? DatabaseError
        }
    }

    @Test func `a statement that would read the clock is refused, however it forms 'now'`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            for sql in Self.readings {
                let error = await Self.writing(file) { executor in try executor.forEach(sql) { _ in } }
                #expect(error?.kind == .denied, "\(sql)")
                #expect(error?.message.contains("write \\(work.now)") == true, "\(sql): \(error?.message ?? "passed")")
                #expect(error?.sql == "\(sql)")
                let reading = await #expect(throws: DatabaseError.self, "\(sql)") {
                    try await file.read { try $0.executor(for: .alpha).forEach(sql) { _ in } }
                }
                #expect([.denied, .readOnly].contains(reading?.kind), "\(sql)")
            }
            let kept = try await file.count("SELECT count(*) FROM alpha_note WHERE text = 'now'")
            #expect(kept == 1)
            await file.close()
        }
    }

    @Test func `a unit that ignores the refusal does not commit, and the next unit commits`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            let error = await Self.writing(file) { executor in
                try executor.run("INSERT INTO alpha_note (text) VALUES ('before')")
                _ = try? executor.first("SELECT date(\("now"))", as: String?.self)
                try executor.run("INSERT INTO alpha_note (text) VALUES ('after')")
            }
            #expect(error?.kind == .denied)
            #expect(error?.sql == "SELECT date(?)")
            #expect(try await file.count() == 1)
            let reading = await #expect(throws: DatabaseError.self) {
                try await file.read {
                    _ = try? $0.executor(for: .alpha).first("SELECT unixepoch('now')", as: Int?.self)
                }
            }
            #expect(reading?.kind == .denied)
            try await file.run("INSERT INTO alpha_note (text) VALUES ('next')")
            #expect(try await file.count() == 2)
            await file.close()
        }
    }

    @Test func `drafts and units that share a commit cannot read the clock either`() async throws {
        try await withWorkbench { bench in
            let draft = DatabaseFile(
                path: "\(bench.folder)/draft.db", storage: bench.storage, schemas: Self.schemas, draft: Self.schemas)
            let error = await Self.writing(draft) { executor in
                try executor.run("INSERT INTO alpha_note (text) VALUES ('lost')")
                _ = try? executor.first("SELECT date('now')", as: String?.self)
            }
            #expect(error?.kind == .denied)
            #expect(try await draft.count() == 1)
            try await draft.save()
            await draft.close()
            let file = bench.file(schemas: Self.schemas)
            let results = await file.together([
                insert("kept"),
                { connection in
                    _ = try? connection.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES (time('now'))")
                    return 0
                }, insert("kept too"),
            ])
            #expect(results.map(\.kind) == [nil, .denied, nil])
            #expect(try await file.count("SELECT count(*) FROM alpha_note WHERE text LIKE 'kept%'") == 2)
            await file.close()
        }
    }

    @Test func `functions of a given time work, and the kernel may read the clock`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            try await file.write { connection in
                let executor = connection.executor(for: .alpha)
                let day = try executor.one("SELECT date(\(86_400), 'unixepoch', '+1 month')", as: String.self)
                #expect(day == "1970-02-02")
                let year = try executor.one(
                    "SELECT strftime('%Y', id * 1000 / 1000, 'unixepoch') FROM alpha_note", as: String.self)
                #expect(year == "1970")
                let none = try executor.one("SELECT date(\("nowhere"))", as: String?.self)
                #expect(none == nil)
                let number = try executor.one("SELECT julianday(\(2_440_587.5))", as: Double.self)
                #expect(number == 2_440_587.5)
                try executor.run("INSERT INTO alpha_check (day) VALUES ('2026-01-01')")
                let now = try connection.kernel.one("SELECT unixepoch('now')", as: Int.self)
                #expect(now > 1_700_000_000)
            }
            await file.close()
        }
    }

    @Test func `a CHECK constraint that reads the clock fails with an error that says so`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: Self.schemas)
            let error = await Self.writing(file) { try $0.run("INSERT INTO alpha_check (day) VALUES (\("now"))") }
            #expect(error?.kind == .denied)
            #expect(error?.message.contains("work.now") == true, "\(error?.message ?? "passed")")
            await file.close()
        }
    }

    @Test(
        arguments: [
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT (date('now')))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT (datetime()))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT (strftime('%s')))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT (date('n' || 'ow')))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day INTEGER NOT NULL DEFAULT (unixepoch('now') * 1000)) STRICT",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT CURRENT_TIMESTAMP)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT current_date)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT CHECK (day <= date('now')))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT, age AS (julianday( 'NOW' ) - julianday(day)))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT, CHECK (strftime('%s') > day))",
            "CREATE INDEX alpha_i ON alpha_note (date('now'))",
            "CREATE INDEX alpha_i ON alpha_note (id) WHERE text < date()",
            "ALTER TABLE alpha_note ADD COLUMN day TEXT CHECK (day <= date('now'))",
            "ALTER TABLE alpha_note ADD COLUMN day TEXT AS (\"date\"(/* today */ 'now'))",
            "INSERT INTO alpha_note (text) VALUES (date('now'))", "UPDATE alpha_note SET text = unixepoch()",
            "CREATE TABLE alpha_x AS SELECT date('now') AS day",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT CHECK (day <= date(('now'))))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT, CHECK (day <= date('no' || 'w')))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT CHECK (day <= date(lower('NOW'))))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT CHECK (iif(id > 7, day <= datetime(), 1)))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT CHECK (day <= date(coalesce(alpha_x.day, 'now'))))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT AS (time(/* ) */ trim(' now '))) STORED)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT AS (\"julianday\" ( replace('nxw', 'x', 'o'))) VIRTUAL)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day DEFAULT (iif(1, unixepoch(('now')), 0)))",
            "CREATE TABLE alpha_x (id TEXT PRIMARY KEY CHECK (strftime('%Y', ('now')) > id)) STRICT, WITHOUT ROWID",
            "CREATE INDEX alpha_i ON alpha_note (unixepoch(lower('NOW')))",
            "CREATE INDEX alpha_i ON alpha_note (id) WHERE text < date('n' || 'ow')",
            "CREATE UNIQUE INDEX alpha_i ON alpha_note (text, iif(id > 7, time('now'), 0))",
            "ALTER TABLE alpha_note ADD COLUMN day TEXT CHECK (day <= date(('now')))",
            "ALTER TABLE alpha_note ADD COLUMN day TEXT CHECK (id < 7 OR day <= date(('now')))",
        ] as [StaticString])
    func `a migration is refused if it reads the clock or if its tables and indexes would read it`(_ text: StaticString)
        async throws
    {
        let error = try await MigrationRefusalTests.error(of: text)
        #expect(error?.kind == .denied, "\(error?.message ?? "passed")")
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' is refused: ") == true)
        #expect(error?.message.contains("work.now") == true, "\(error?.message ?? "passed")")
    }
}
