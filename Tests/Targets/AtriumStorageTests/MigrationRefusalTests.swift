import Testing

@testable import AtriumStorage

/// What a migration may define. A definition whose uses would all be refused is refused in the migration instead.
struct MigrationRefusalTests {
    /// The error of opening a file whose second migration of `alpha` has these statements.
    static func error(of statements: StaticString...) async throws -> DatabaseError? {
        try await error(ofTexts: statements.map(\.description))
    }

    private static func error(ofTexts statements: [String]) async throws -> DatabaseError? {
        try await withWorkbench { bench in
            let beta = Schema(Migration("create note", "CREATE TABLE beta_note (id INTEGER PRIMARY KEY, text TEXT)"))
            // The kernel uses AUTOINCREMENT, so that sqlite_sequence exists.
            let kernel = Schema(
                Migration("create log", "CREATE TABLE kernel_log (n INTEGER PRIMARY KEY AUTOINCREMENT)"))
            let first = Migration(
                "create note", "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
                "INSERT INTO alpha_note VALUES (1, 'one')")
            let file = bench.file(
                schemas: SchemaSet([
                    (.kernel, kernel), (.beta, beta), (.alpha, Schema(first, Migration("change it", of: statements))),
                ]))
            do {
                try await file.run("SELECT 1")
                await file.close()
                return nil
            } catch let error as DatabaseError {
                await file.close()
                return error
            }
        }
    }

    @Test(
        arguments: [
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n TEXT NOT NULL ON CONFLICT ROLLBACK)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n TEXT UNIQUE ON CONFLICT ROLLBACK) STRICT",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY ON CONFLICT ROLLBACK)",
            "CREATE TABLE alpha_x (a TEXT, b TEXT, PRIMARY KEY (a, b) ON CONFLICT ROLLBACK) STRICT, WITHOUT ROWID",
            "CREATE TABLE alpha_x (a TEXT, b TEXT, UNIQUE (a, b) /* why */ ON CONFLICT\n rollback)",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT NOT NULL ON CONFLICT ROLLBACK DEFAULT ''",
        ] as [StaticString])
    func `a conflict clause that ends the transaction is refused in the migration that defines it`(_ text: StaticString)
        async throws
    {
        let error = try await Self.error(of: text)
        #expect(error?.kind == .denied)
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' is refused: 'alpha_") == true)
        #expect(error?.message.contains("ON CONFLICT ROLLBACK") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("use ABORT") == true)
    }

    @Test(
        arguments: [
            "last_insert_rowid()", "random()", "changes()", "total_changes()", "sqlite_version()", "hex(randomblob(8))",
            "abs(random())", "sqlite_source_id()", "sqlite_compileoption_get(1)", "coalesce(NULL, random())",
            "RaNdOm()", "\"random\"()", "trim(changes())",
            "CASE WHEN 1 THEN changes() END", "CURRENT_TIMESTAMP", "current_date", "CURRENT_TIME",
        ])
    func `a function that depends on more than its arguments is refused in a default`(_ function: String) async throws {
        let error = try await Self.error(ofTexts: [
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n DEFAULT (\(function)))"
        ])
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' ") == true, "\(error?.message ?? "passed")")
        #expect(error?.kind == .denied)
    }

    @Test(
        arguments: [
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n CHECK (n > random()))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n CHECK (n > changes()))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n, CHECK (n <> last_insert_rowid()))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n AS (sqlite_version()))",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT CHECK (n > random())",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT CHECK (n <> sqlite_version())",
            "CREATE INDEX alpha_i ON alpha_note (sqlite_version())",
            "CREATE INDEX alpha_i ON alpha_note (text) WHERE text > sqlite_version()",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY AUTOINCREMENT)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY /* , */ autoincrement, n)",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (text, content='beta_note', content_rowid='id')",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (text, content = \"beta_note\")",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (sql, content=sqlite_schema)",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (n, content=kernel_log)",
        ] as [StaticString])
    func `a definition whose uses would be refused is refused in its migration`(_ text: StaticString) async throws {
        let error = try await Self.error(of: text)
        #expect(error?.kind == .denied, "\(error?.message ?? "passed")")
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' is refused: ") == true)
    }

    @Test(
        arguments: [
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n TEXT NOT NULL ON CONFLICT IGNORE, m UNIQUE ON CONFLICT REPLACE)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n DEFAULT (upper('a') || 1), m TEXT DEFAULT rollback)",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, n DEFAULT (unixepoch('2026-01-01')), d DEFAULT (date(0, 'unixepoch')))",
            "CREATE TABLE alpha_x (a INTEGER PRIMARY KEY, b TEXT AS (strftime('%Y', a / 1000, 'unixepoch')) STORED) STRICT",
            "CREATE TABLE alpha_x (date TEXT CHECK (date(date) IS date), time TEXT, \"now\" TEXT DEFAULT 'now')",
            "CREATE TABLE alpha_x (id TEXT PRIMARY KEY, j TEXT CHECK (j <> upper(j)), CHECK (length(id) < 9)) WITHOUT ROWID",
            "CREATE TABLE alpha_x (date DATE(10) CHECK (date(alpha_x.date, '+1 day') > ''), \"a \"\"b\" AS (time(\"date\")))",
            "CREATE TABLE alpha_x (id INTEGER PRIMARY KEY, day TEXT DEFAULT 'date(''now'')' /* date('now') */)",
            "CREATE INDEX alpha_i ON alpha_note (lower(text), date(id, 'unixepoch')) WHERE length(text) > 1",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (text, content='alpha_note', content_rowid='id')",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (text, content='')",
            "CREATE VIRTUAL TABLE alpha_w USING fts5 (\"a b\", date, tokenize = 'porter unicode61')",
            "CREATE TABLE alpha_x (\"a \"\"b\" INTEGER, [c d] TEXT, \"e'f\" AS (\"a \"\"b\" + 1))",
        ] as [StaticString])
    func `an ordinary definition is accepted`(_ text: StaticString) async throws {
        let error = try await Self.error(of: text)
        #expect(error == nil, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [
            ("CREAT TABLE alpha_x (id)", "failed: near \"CREAT\": syntax error; correct the statement", .misuse),
            ("INSERT INTO alpha_missing VALUES (1)", "failed: no such table: alpha_missing; correct", .misuse),
            ("ALTER TABLE alpha_note DROP COLUMN none", "failed: no such column: \"none\"; correct", .misuse),
            ("-- only\n /* a comment */ ;", "failed: the SQL is empty, or a comment only", .misuse),
            ("SELECT 1; SELECT 2", "failed: the text holds more than one statement", .misuse),
            ("UPDATE alpha_note SET text = date('now')", "is refused: module 'alpha' may not read the clock", .denied),
            ("CREATE TABLE notes (id)", "is refused: module 'alpha' may not create 'notes': ", .denied),
            ("CREATE TABLE notes (id)", "begin with 'alpha_'; rename it, to 'alpha_notes' for instance", .denied),
            ("CREATE INDEX notes ON alpha_note (text)", "may not create 'notes'", .denied),
            ("CREATE INDEX alpha_i ON beta_note (text)", "may not touch 'beta_note'", .denied),
            ("CREATE TABLE alpha_x (id INTEGER PRIMARY KEY AUTOINCREMENT)", "may not use AUTOINCREMENT", .denied),
            ("CREATE VIRTUAL TABLE alpha_r USING rtree (a, b, c)", "only fts5 is open to modules", .denied),
            ("CREATE VIEW alpha_v AS SELECT 1", "may not have views or triggers", .denied),
            ("CREATE TEMP TABLE alpha_t (x)", "may not have temporary tables", .denied),
            ("COMMIT", "may not begin or end a transaction", .denied),
            ("PRAGMA user_version", "may not set or ask the connection", .denied),
        ] as [(StaticString, String, DatabaseError.Kind)])
    func `an error of a migration names the migration, the rule and the remedy`(
        _ text: StaticString, _ words: String, _ kind: DatabaseError.Kind
    ) async throws {
        let error = try await Self.error(of: text)
        #expect(error?.kind == kind)
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' ") == true)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "passed")")
    }

    @Test func `the error of a migration that violates a constraint keeps the constraint and the code`() async throws {
        let error = try await Self.error(of: "INSERT INTO alpha_note VALUES (1, 'again')")
        #expect(error?.isDuplicate(of: "alpha_note.id") == true)
        #expect(error?.extendedCode == 1555)
        #expect(error?.message.hasPrefix("migration 'change it' of 'alpha' failed: UNIQUE constraint failed") == true)
    }

    @Test(
        arguments: [
            "ALTER TABLE alpha_note ADD COLUMN n INTEGER CHECK (n > 0)",
            "ALTER TABLE alpha_note ADD COLUMN n INTEGER DEFAULT 1 CHECK (n > 0)",
            "ALTER TABLE alpha_note ADD COLUMN n INTEGER NOT NULL DEFAULT 7 CHECK (n BETWEEN 1 AND 9 AND length(text) > 0)",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT GENERATED ALWAYS AS (upper(text)) NOT NULL",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT AS (lower(text)) VIRTUAL CHECK (n <> '')",
            "ALTER TABLE alpha_note ADD COLUMN n INTEGER REFERENCES alpha_note",
            "ALTER TABLE alpha_note ADD n ANY", "ALTER TABLE alpha_note DROP COLUMN text",
            "ALTER TABLE alpha_note RENAME COLUMN text TO words", "ALTER TABLE alpha_note RENAME text TO words",
            "ALTER TABLE alpha_note RENAME TO alpha_remark", "alter table ALPHA_NOTE rename to ALPHA_REMARK",
            "-- why\nALTER TABLE alpha_note RENAME TO alpha_remark",
            "/* why */ ALTER TABLE alpha_note ADD n INTEGER CHECK (n > 0)",
            "/* why */-- and why\n \t\r\n CREATE TABLE alpha_x (id INTEGER PRIMARY KEY)", "; CREATE TABLE alpha_x (id)",
            "-- it 'is'\nDROP TABLE alpha_note; -- done", "CREATE/**/TABLE alpha_x (id) /* done */",
            "--\nUPDATE alpha_note SET text = 'two'", ";;-- why\n;INSERT INTO alpha_note VALUES (2, 'two')",
        ] as [StaticString])
    func `an ordinary change is accepted, with or without a comment before it`(_ text: StaticString) async throws {
        let error = try await Self.error(of: text)
        #expect(error == nil, "\(error?.message ?? "")")
    }

    @Test func `several changes in one migration take effect one after another`() async throws {
        let error = try await Self.error(
            of: "ALTER TABLE alpha_note ADD COLUMN a INTEGER CHECK (a > 0)",
            "ALTER TABLE alpha_note ADD COLUMN b INTEGER AS (id + 1) NOT NULL",
            "ALTER TABLE alpha_note RENAME COLUMN b TO c", "ALTER TABLE alpha_note DROP COLUMN a",
            "ALTER TABLE alpha_note RENAME TO alpha_remark", "CREATE VIRTUAL TABLE alpha_w USING fts5 (text)",
            "ALTER TABLE alpha_w RENAME TO alpha_words", "ALTER TABLE alpha_remark ADD COLUMN d TEXT CHECK (d <> '')",
            "INSERT INTO alpha_remark (text, d) VALUES ('two', 'x')", "INSERT INTO alpha_words VALUES ('here')",
            "UPDATE alpha_remark SET text = 'three' WHERE c = 3")
        #expect(error == nil, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [
            "ALTER TABLE alpha_note ADD COLUMN n INTEGER DEFAULT 0 CHECK (n > 0)",
            "ALTER TABLE alpha_note ADD COLUMN n TEXT AS (nullif(text, 'one')) NOT NULL",
        ] as [StaticString])
    func `a new column is refused if existing rows violate its constraint`(_ text: StaticString) async throws {
        let error = try await Self.error(of: text)
        #expect(error?.message.contains("constraint failed") == true, "\(error?.message ?? "passed")")
    }
}
