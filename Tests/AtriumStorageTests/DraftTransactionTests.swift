import AtriumStorage
import Foundation
import Testing

/// Drafts follow each other on one connection, each in a transaction that is rolled back.
struct DraftTransactionTests {
    @Test func `nothing of a draft is in a later one, however it ended`() async throws {
        try await withWorkbench { bench in
            @Sendable func fill(_ draft: DatabaseFile) async throws {
                let text = String(repeating: "secret ", count: 3_000)
                try await draft.run(
                    "INSERT INTO alpha_note VALUES (1, \(text))", "INSERT INTO alpha_words VALUES ('secret words')")
                try await draft.run("INSERT INTO alpha_link SELECT value, 1 FROM json_each('[1, 2, 3]')")
            }
            func emptyFile(_ name: String) async throws -> Data {
                let draft = bench.draft(name, schemas: schemas)
                #expect(try await draft.count() == 0)
                #expect(try await draft.count("SELECT count(*) FROM alpha_words WHERE alpha_words MATCH 'secret'") == 0)
                try await draft.save()
                await draft.close()
                return try Data(contentsOf: URL(filePath: draft.path))
            }
            let endings: [(String, @Sendable (DatabaseFile) async throws -> Void)] = [
                ("saved", { try await $0.save() }),
                ("given up", { _ in }),
                ("failed", { try await $0.run("INSERT INTO alpha_note VALUES (2, 'y'), (3, NULL)") }),
                ("rolled back", { try await $0.write { _ = try $0.kernel.run("ROLLBACK") } }),
                ("committed", { try await $0.write { _ = try $0.kernel.run("COMMIT") } }),
            ]
            let first = try await emptyFile("first.db")
            for (name, end) in endings {
                let draft = bench.draft("\(name).db", schemas: schemas)
                try await fill(draft)
                try? await end(draft)
                await draft.close()
                #expect(try await emptyFile("after \(name).db") == first, "\(name)")
                let isSaved = FileManager.default.fileExists(atPath: draft.path)
                #expect(isSaved == (name == "saved"))
            }
        }
    }

    @Test func `nothing of a unit that failed is in the file of its draft`() async throws {
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

    @Test func `a draft whose transaction ended is lost`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft()
            try await draft.run("INSERT INTO alpha_note (text) VALUES ('x')")
            await #expect(throws: DatabaseError.self) { try await draft.write { _ = try $0.kernel.run("ROLLBACK") } }
            for unit in [{ try await draft.run() }, { _ = try await draft.count() }, { try await draft.save() }] {
                let error = await #expect(throws: DatabaseError.self) { try await unit() }
                #expect(error?.kind == .unavailable)
                #expect(error?.message.contains("lost") == true)
            }
            #expect(try bench.contents.isEmpty)
            await draft.close()
        }
    }

    @Test func `a search index that a draft filled is whole in its file`() async throws {
        try await withWorkbench { bench in
            let draft = bench.draft(schemas: schemas)
            try await draft.run("INSERT INTO alpha_words VALUES ('one two'), ('two three')")
            try await draft.run("INSERT INTO alpha_words VALUES ('three four')")
            try await draft.save()
            let matches: SQL = "SELECT count(*) FROM alpha_words WHERE alpha_words MATCH 'two OR four'"
            #expect(try await draft.count(matches) == 3)
            try await draft.run("INSERT INTO alpha_words (alpha_words) VALUES ('integrity-check')")
            let faults = try await draft.read { try $0.kernel.rows("PRAGMA integrity_check", as: String.self) }
            #expect(faults == ["ok"])
            await draft.close()
        }
    }

    @Test func `a unit of a draft that leaves a reference open fails alone`() async throws {
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
                    "create note, link and words",
                    "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
                    """
                    CREATE TABLE alpha_link (
                        id INTEGER PRIMARY KEY,
                        note INTEGER NOT NULL REFERENCES alpha_note DEFERRABLE INITIALLY DEFERRED) STRICT
                    """, "CREATE VIRTUAL TABLE alpha_words USING fts5 (text)"),
                // Pages that are free: a rollback does not restore what was in them.
                Migration(
                    "create two tables too many", "CREATE TABLE alpha_a (x TEXT UNIQUE) STRICT",
                    "CREATE TABLE alpha_b (x TEXT UNIQUE) STRICT"),
                Migration("drop them", "DROP TABLE alpha_a", "DROP TABLE alpha_b"))
        )
    ])
}
