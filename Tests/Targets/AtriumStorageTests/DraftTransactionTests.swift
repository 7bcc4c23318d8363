import AtriumStorage
import Foundation
import Testing

/// Drafts use the same connection one after another. Each runs in a transaction that is rolled back.
struct DraftTransactionTests {
    /// A way to end a draft, and whether the next draft reuses its connection.
    private typealias Ending = (name: String, isClean: Bool, end: @Sendable (DatabaseFile) async throws -> Void)

    private let endings: [Ending] = [
        ("saved", true, { try await $0.save() }),
        ("given up", true, { _ in }),
        ("failed", true, { try await $0.run("INSERT INTO alpha_note VALUES (2, 'y'), (3, NULL)") }),
        ("interrupted", false, { try await $0.run(endlessInsert) }),
        ("rolled back", false, { try await $0.write { _ = try $0.kernel.run("ROLLBACK") } }),
        ("committed", false, { try await $0.write { _ = try $0.kernel.run("COMMIT") } }),
    ]

    @Test func `a draft contains nothing of an earlier one, however the earlier one ended`() async throws {
        try await withWorkbench(deadline: .milliseconds(50), templates: TemplatePool()) { bench in
            func emptyFile(_ name: String) async throws -> (Data, Connection) {
                let draft = bench.draft(name, schemas: schemas)
                let connection = try await draft.write { $0 }
                #expect(try await draft.count() == 0)
                try await draft.save()
                await draft.close()
                return (try Data(contentsOf: URL(filePath: draft.path)), connection)
            }
            let (empty, first) = try await emptyFile("first.db")
            var connections = [first]
            for (name, isClean, end) in endings {
                let draft = bench.draft("\(name).db", schemas: schemas)
                let text = String(repeating: "secret ", count: 3_000)
                try await draft.run(
                    "INSERT INTO alpha_note VALUES (1, \(text))", "INSERT INTO alpha_link VALUES (1, 1)")
                try? await end(draft)
                await draft.close()
                let (file, connection) = try await emptyFile("after \(name).db")
                #expect(file == empty, "\(name)")
                #expect((connection === connections.last) == isClean, "\(name)")
                connections.append(connection)
                #expect(FileManager.default.fileExists(atPath: draft.path) == (name == "saved"))
            }
        }
    }

    @Test func `the file of a draft contains nothing of a failed unit`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft(schemas: schemas)
            let text = String(repeating: "gone ", count: 4_000)
            await #expect(throws: DatabaseError.self) {
                try await draft.run(
                    "INSERT INTO alpha_note VALUES (1, \(text))", "INSERT INTO alpha_note VALUES (1, 'x')")
            }
            try await draft.run("INSERT INTO alpha_note VALUES (1, 'kept')")
            try await draft.save()
            await draft.close()
            let file = try Data(contentsOf: URL(filePath: draft.path))
            #expect(file.contains(Data("kept".utf8)))
            #expect(!file.contains(Data("gone".utf8)))
        }
    }

    @Test func `a draft whose transaction has ended is lost, and its errors say so`() async throws {
        try await withWorkbench(deadline: .milliseconds(50)) { bench in
            for (name, isClean, end) in endings where !isClean {
                let draft = bench.draft("\(name).db", schemas: schemas)
                try await draft.run("INSERT INTO alpha_note VALUES (1, 'x')")
                let cause = await #expect(throws: DatabaseError.self) { try await end(draft) }
                #expect(cause?.kind == (name == "interrupted" ? .deadline : .misuse))
                #expect(name == "interrupted" || cause?.message.contains("leave COMMIT") == true)
                for unit in [{ try await draft.run() }, { _ = try await draft.count() }, { try await draft.save() }] {
                    let error = await #expect(throws: DatabaseError.self) { try await unit() }
                    #expect(error?.kind == .unavailable)
                    #expect(error?.message.contains("lost") == true)
                }
                await draft.close()
            }
            #expect(try bench.contents.isEmpty)
        }
    }

    @Test func `a search index that a draft filled is complete in its file, and leaves nothing to the next draft`()
        async throws
    {
        try await withWorkbench { bench in
            for number in 1...3 {
                let draft = bench.draft("\(number).db", schemas: searchSchemas)
                let ranks: SQL = "SELECT rank FROM alpha_words WHERE alpha_words MATCH 'two OR four' ORDER BY rowid"
                try await draft.run("INSERT INTO alpha_words VALUES ('one', 'two'), ('two two', 'three')")
                try await draft.run("INSERT INTO alpha_words VALUES ('three', 'four')")
                let drafted = try await draft.read { try $0.executor(for: .alpha).rows(ranks, as: Double.self) }
                try await draft.save()
                let saved = try await draft.read { try $0.executor(for: .alpha).rows(ranks, as: Double.self) }
                #expect(saved.count == 3)
                #expect(drafted == saved)
                try await draft.run("INSERT INTO alpha_words (alpha_words) VALUES ('integrity-check')")
                let faults = try await draft.read { try $0.kernel.rows("PRAGMA integrity_check", as: String.self) }
                #expect(faults == ["ok"])
                await draft.close()
                // FTS5 keeps such a setting when its transaction is rolled back.
                let setter = bench.draft("setter.db", schemas: searchSchemas)
                try await setter.run("INSERT INTO alpha_words (alpha_words, rank) VALUES ('rank', 'bm25(0.0, 100.0)')")
                await setter.close()
            }
        }
    }

    @Test func `a unit of a draft that leaves a foreign key unresolved fails alone`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft(schemas: schemas)
            try await draft.run("INSERT INTO alpha_link VALUES (1, 1)", "INSERT INTO alpha_note VALUES (1, 'x')")
            let error = await #expect(throws: DatabaseError.self) {
                try await draft.run("INSERT INTO alpha_link VALUES (2, 7)")
            }
            guard case .constraint(let constraint) = error?.kind else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(constraint.kind == .foreignKey)
            try await draft.save()
            #expect(try await draft.count("SELECT count(*) FROM alpha_link") == 1)
            await draft.close()
        }
    }

    private let schemas = SchemaSet([
        (
            .alpha,
            Schema(
                Migration(
                    "create note and link",
                    "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
                    """
                    CREATE TABLE alpha_link (
                        id INTEGER PRIMARY KEY,
                        note INTEGER NOT NULL REFERENCES alpha_note DEFERRABLE INITIALLY DEFERRED) STRICT
                    """),
                // Leaves free pages. A rollback does not restore their content.
                Migration(
                    "create two tables too many", "CREATE TABLE alpha_a (x TEXT UNIQUE) STRICT",
                    "CREATE TABLE alpha_b (x TEXT UNIQUE) STRICT"),
                Migration("drop them", "DROP TABLE alpha_a", "DROP TABLE alpha_b"))
        )
    ])

    private let searchSchemas = SchemaSet([
        (.alpha, Schema(Migration("create words", "CREATE VIRTUAL TABLE alpha_words USING fts5 (title, text)")))
    ])
}

private let endlessInsert: SQL = """
    INSERT INTO alpha_note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
    """
