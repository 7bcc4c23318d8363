import AtriumOperations
import AtriumTesting
import CSQLite
import Testing

@testable import Atrium

/// The export of a module, as another program reads it.
struct ExportTests {
    /// Notes that can be searched. A reply refers to a note.
    private struct Notes: Module {
        static let id: ModuleID = "notes"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema(
            Migration(
                "create note",
                "CREATE TABLE notes_answer (note INTEGER NOT NULL REFERENCES notes_note (row), text TEXT NOT NULL) STRICT",
                "CREATE TABLE notes_note (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
                "CREATE INDEX notes_note_text ON notes_note (text)",
                "CREATE VIRTUAL TABLE notes_search USING fts5 (text)"))

        func start(in tenant: TenantContext) -> Store { tenant.store }
    }

    @Test func `an export makes the tables, their rows and their search again, in an empty database`() async throws {
        try await withShop(beside: [Notes()]) { shop in
            try await shop.tenant[Notes.self].write(as: shop.founder, .viewOrganization) { work in
                try work.run("INSERT INTO notes_note VALUES (7, 'It''s late')")
                try work.run("INSERT INTO notes_answer VALUES (7, 'So it is')")
                try work.run("INSERT INTO notes_search VALUES ('It''s late')")
            }
            let text = try await shop.tenant.modules.export("notes", as: shop.grace)
            // The tables in which the search keeps its index are made with it.
            #expect(!text.contains("notes_search_"))
            let copy = try Copy(of: text)
            defer { copy.close() }
            #expect(copy.rows("SELECT text FROM notes_search WHERE notes_search MATCH 'late'") == ["It's late"])
            #expect(
                copy.rows("SELECT n.text || ': ' || a.text FROM notes_note n JOIN notes_answer a ON a.note = n.row")
                    == ["It's late: So it is"])
            #expect(copy.rows("SELECT name FROM sqlite_schema WHERE type = 'index'") == ["notes_note_text"])
        }
    }

    @Test func `the kernel's tables are in no export`() async throws {
        try await withShop { shop in
            await #expect(throws: ModulePurgeError.unknown("kernel")) {
                _ = try await shop.tenant.modules.export("kernel", as: shop.grace)
            }
        }
    }

    /// A database in memory, which checks references as the platform does.
    private struct Copy {
        private let handle: OpaquePointer?

        init(of text: String) throws {
            var handle: OpaquePointer?
            #expect(sqlite3_open(":memory:", &handle) == SQLITE_OK)
            self.handle = handle
            #expect(sqlite3_exec(handle, "PRAGMA foreign_keys = ON", nil, nil, nil) == SQLITE_OK)
            let code = sqlite3_exec(handle, text, nil, nil, nil)
            #expect(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
        }

        func close() { sqlite3_close(handle) }

        func rows(_ query: String) -> [String] {
            var (statement, rows): (OpaquePointer?, [String]) = (nil, [])
            #expect(sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK)
            while sqlite3_step(statement) == SQLITE_ROW {
                rows.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "NULL")
            }
            sqlite3_finalize(statement)
            return rows
        }
    }
}
