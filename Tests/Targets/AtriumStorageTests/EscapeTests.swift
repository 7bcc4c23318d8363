import AtriumStorage
import Foundation
import Testing

struct EscapeTests {
    /// The kinds of error that count as a refusal: the authorizer or the deadline refuses, or SQLite itself has no such thing.
    /// No other kind counts.
    private let refusals: Set<String> = ["denied", "deadline", "misuse", "readOnly"]

    @Test(arguments: EscapeCorpus.attacks)
    func `an attack fails, reveals nothing and changes nothing`(_ attack: StaticString) async throws {
        try await withWorkbench(deadline: .milliseconds(100)) { bench in
            let file = bench.file(schemas: EscapeFixture.schemas())
            let before = try await file.read { try EscapeFixture.dump($0) }
            let sql = SQL(stringLiteral: attack)
            for isWrite in [true, false] {
                let body: @Sendable (Connection) throws -> [String] = { try EscapeFixture.take(sql, $0) }
                do {
                    let taken = isWrite ? try await file.write(body) : try await file.read(body)
                    Issue.record("\(attack) gave \(taken)")
                } catch let error as DatabaseError {
                    #expect(refusals.contains("\(error.kind)"), "\(attack): \(error)")
                    #expect(!"\(error)".contains(EscapeFixture.canary))
                }
            }
            #expect(try await file.read { try EscapeFixture.dump($0) } == before)
            // The next unit works as usual.
            try await file.run("INSERT INTO attacker_own (secret) VALUES ('after')", as: .attacker)
            await file.close()
        }
    }

    @Test func `an attack whose error is ignored leaves the other statements of its unit intact`() async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: EscapeFixture.schemas())
            try await file.write { connection in
                let executor = connection.executor(for: .attacker)
                try executor.run("INSERT INTO attacker_own VALUES (50, 'before')")
                for attack in EscapeCorpus.attacks.prefix(150) { _ = try? executor.run(SQL(stringLiteral: attack)) }
                try executor.run("INSERT INTO attacker_own VALUES (51, 'after')")
            }
            #expect(try await file.count("SELECT count(*) FROM attacker_own WHERE id IN (50, 51)", as: .attacker) == 2)
            await file.close()
        }
    }

    @Test(arguments: EscapeCorpus.legitimate)
    func `a statement that a module needs succeeds`(_ statement: StaticString) async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: EscapeFixture.schemas())
            _ = try await file.write { try EscapeFixture.take(SQL(stringLiteral: statement), $0) }
            await file.close()
        }
    }

    @Test(
        arguments: [
            "ALTER TABLE attacker_own RENAME TO victim_more", "ALTER TABLE victim_secret RENAME TO attacker_stolen",
            "ALTER TABLE victim_secret ADD COLUMN x TEXT", "ALTER TABLE victim_secret DROP COLUMN secret",
            "ALTER TABLE attacker_own RENAME COLUMN secret TO \"x\"; DROP TABLE victim_secret",
            "CREATE TABLE victim_more (x)", "CREATE TABLE kernel_more (x)", "CREATE TABLE plain (x)",
            "CREATE TABLE attackerx_more (x)", "CREATE TABLE attacker_copy AS SELECT * FROM victim_secret",
            "CREATE TABLE attacker_copy AS SELECT sql FROM sqlite_master", "CREATE VIEW attacker_v AS SELECT 1",
            "CREATE VIEW attacker_v AS SELECT * FROM victim_secret",
            "CREATE TRIGGER attacker_t AFTER INSERT ON attacker_own BEGIN DELETE FROM victim_secret; END",
            "CREATE TRIGGER attacker_t AFTER INSERT ON victim_secret BEGIN DELETE FROM attacker_own; END",
            "CREATE TABLE attacker_fk (id INTEGER PRIMARY KEY, v INTEGER REFERENCES victim_secret (id))",
            "CREATE INDEX attacker_i ON victim_secret (secret)", "CREATE INDEX victim_i ON attacker_own (secret)",
            "CREATE TABLE attacker_auto (id INTEGER PRIMARY KEY AUTOINCREMENT)", "CREATE TEMP TABLE attacker_temp (x)",
            "CREATE VIRTUAL TABLE attacker_r USING rtree (a, b, c)", "CREATE VIRTUAL TABLE attacker_s USING dbstat",
            "CREATE VIRTUAL TABLE attacker_v USING fts5vocab (victim_search, 'row')",
            "CREATE VIRTUAL TABLE victim_t USING fts5 (x)", "DROP TABLE victim_secret", "DROP TABLE kernel_migration",
            "DROP INDEX victim_secret_text", "INSERT INTO attacker_own SELECT id + 10, secret FROM victim_secret",
            "INSERT INTO attacker_own SELECT * FROM victim_secret", "INSERT INTO victim_secret VALUES (9, 'x')",
            "DELETE FROM victim_secret", "UPDATE kernel_secret SET secret = 'x'",
            "INSERT INTO attacker_own (secret) SELECT sql FROM sqlite_master", "PRAGMA writable_schema = ON",
            "ATTACH ':memory:' AS m", "COMMIT", "ROLLBACK", "SAVEPOINT x", "REINDEX", "ANALYZE", "VACUUM",
            "-- why\nALTER TABLE victim_secret RENAME TO attacker_stolen", "/* why */DROP TABLE victim_secret",
            "; CREATE TABLE victim_more (x)", "-- ALTER\nUPDATE victim_secret SET secret = 'x'",
            "/* ALTER */ SELECT * FROM pragma_quick_check('victim_secret')", "; DELETE FROM kernel_secret",
            "-- why\nINSERT INTO attacker_own SELECT id + 10, secret FROM victim_secret",
            "EXPLAIN ALTER TABLE attacker_own ADD x",
            ";INSERT INTO attacker_own SELECT * FROM victim_secret", "PRAGMA quick_check(victim_secret)",
            "SELECT * FROM pragma_quick_check('attacker_own')", "SELECT * FROM pragma_quick_check",
            "UPDATE sqlite_sequence SET seq = 0", "DELETE FROM sqlite_sequence WHERE name = 'kernel_log'",
            "ALTER TABLE sqlite_sequence ADD COLUMN x", "ALTER TABLE kernel_log RENAME TO attacker_log",
            "ALTER TABLE victim_secret ADD COLUMN x TEXT CHECK (x <> secret)", "ALTER TABLE kernel_log DROP COLUMN n",
            "ALTER TABLE victim_secret ADD COLUMN x TEXT AS (upper(secret)) NOT NULL",
            "ALTER TABLE attacker_own ADD COLUMN x CHECK ((SELECT count(*) FROM victim_secret) = 0)",
            "ALTER TABLE attacker_own ADD COLUMN x CHECK (x IN (SELECT secret FROM victim_secret))",
            "ALTER TABLE attacker_own ADD COLUMN x AS ((SELECT secret FROM victim_secret))",
            "ALTER TABLE attacker_own ADD COLUMN x REFERENCES victim_secret (id)",
            "ALTER TABLE attacker_own ADD COLUMN x CHECK (load_extension('x'))",
            "ALTER TABLE attacker_own ADD COLUMN x CHECK (sqlite_rename_table('main', 'table', 'x', 'y', 'a', 'b', 0))",
            "CREATE TABLE attacker_d (id INTEGER PRIMARY KEY, x DEFAULT (sqlite_drop_column(0, 'x', 0)))",
            "CREATE VIRTUAL TABLE attacker_w USING fts5 (secret, content='victim_secret', content_rowid='id')",
            "CREATE VIRTUAL TABLE attacker_w USING fts5 (body, content='victim_search_content')",
            "UPDATE sqlite_master SET sql = ''", "DELETE FROM sqlite_schema", "SELECT load_extension('x')",
        ] as [StaticString])
    func `a migration that reaches beyond its module's own tables fails and changes nothing`(_ text: StaticString)
        async throws
    {
        try await withWorkbench { bench in
            let sound = bench.file(schemas: EscapeFixture.schemas())
            let before = try await sound.read { try EscapeFixture.dump($0) }
            await sound.close()
            let hostile = bench.file(schemas: EscapeFixture.schemas([Migration("attack", text)]))
            await #expect(throws: DatabaseError.self) { try await hostile.run("SELECT 1") }
            await hostile.close()
            let again = bench.file(schemas: EscapeFixture.schemas())
            #expect(try await again.read { try EscapeFixture.dump($0) } == before)
            await again.close()
        }
    }

    @Test(
        arguments: [
            "ALTER TABLE attacker_own ADD COLUMN extra TEXT", "ALTER TABLE attacker_own RENAME COLUMN secret TO word",
            "ALTER TABLE attacker_child DROP COLUMN own", "ALTER TABLE attacker_own RENAME TO attacker_mine",
            "CREATE TABLE attacker_more (id TEXT PRIMARY KEY, n INTEGER CHECK (n > 0)) STRICT, WITHOUT ROWID",
            "CREATE UNIQUE INDEX attacker_own_u ON attacker_own (secret) WHERE secret IS NOT NULL",
            "CREATE TABLE attacker_sum (a INTEGER, b INTEGER, c INTEGER GENERATED ALWAYS AS (a + b) STORED) STRICT",
            "CREATE TABLE attacker_fk (id INTEGER PRIMARY KEY, o INTEGER REFERENCES attacker_own (id)) STRICT",
            "CREATE VIRTUAL TABLE attacker_index USING fts5 (title, body, tokenize = 'unicode61')",
            "DROP INDEX attacker_own_secret", "DROP TABLE attacker_pair", "DROP TABLE attacker_search",
            "UPDATE attacker_own SET secret = lower(secret)", "INSERT INTO attacker_own (secret) VALUES ('seed')",
        ] as [StaticString])
    func `a migration of its module's own tables succeeds`(_ text: StaticString) async throws {
        try await withWorkbench { bench in
            let file = bench.file(schemas: EscapeFixture.schemas([Migration("change", text)]))
            try await file.run("SELECT 1")
            await file.close()
        }
    }
}
