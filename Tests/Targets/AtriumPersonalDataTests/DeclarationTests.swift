import Atrium
import AtriumTesting
import Testing

/// A module whose declarations of personal data are the ones under test.
private enum Notes {
    static let schema = Schema(
        Migration(
            "create note",
            """
            CREATE TABLE notes_note (
                id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, text TEXT NOT NULL, picture BLOB, likes INTEGER NOT NULL
            ) STRICT
            """))

    /// A page says who wrote it.
    static let pages = Schema(
        Migration(
            "create page",
            "CREATE TABLE notes_page (id INTEGER PRIMARY KEY, text TEXT NOT NULL, written_by TEXT) STRICT"))

    static func faults(_ tables: PersonalTable..., in schema: Schema = schema) async throws -> [String] {
        try await PersonalDataCheck.faults(of: [(owner: Owner(name: "notes"), schema: schema, personalData: tables)])
    }
}

struct DeclarationTests {
    @Test func `each column with a text, with bytes or with a member has to be declared`() async throws {
        let faults = try await Notes.faults()
        let expected = ["member_id", "text", "picture"].map {
            "notes_note.\($0) may hold something about a person, and 'notes' does not say what; export, erase or keep it in a "
                + "PersonalTable"
        }
        #expect(faults == expected)
    }

    @Test func `a column is declared by an export, by an erasure, or as kept`() async throws {
        let table = PersonalTable(
            "notes_note", "Your notes", of: .member("member_id"), exporting: [.text("text", "Text")],
            erasing: .columns(["picture": "NULL"]), keeping: ["member_id"])
        #expect(try await Notes.faults(table).isEmpty)
    }

    @Test func `a table whose rows are deleted is declared as a whole`() async throws {
        #expect(
            try await Notes.faults(PersonalTable("notes_note", "", of: .member("member_id"), erasing: .rows)).isEmpty)
    }

    @Test func `two declarations of a table complete each other`() async throws {
        let faults = try await Notes.faults(
            PersonalTable("notes_note", "", of: .member("member_id"), erasing: .columns(["text": "''"])),
            .impersonal("notes_note", "picture", "member_id"))
        #expect(faults.isEmpty)
    }

    @Test func `an expression declares no column, whatever its name is`() async throws {
        let table = PersonalTable(
            "notes_note", "", of: .member("member_id"), exporting: [.text("text", "Text", from: "'x'")],
            erasing: .nothing,
            keeping: ["member_id", "picture"])
        let faults = try await Notes.faults(table)
        #expect(faults.count == 1 && faults[0].hasPrefix("notes_note.text may hold"))
    }

    @Test func `a name that does not exist is found`() async throws {
        let faults = try await Notes.faults(
            .impersonal("notes_note", "member_id", "text", "picture", "colour"), .impersonal("notes_page", "text"))
        #expect(
            faults == [
                "'notes' declares personal data of notes_note.colour, which is no column; correct the name",
                "'notes' declares personal data of notes_page, which is no table; correct the name",
            ])
    }

    @Test func `a text is its author's: a column that says who did something has to select rows for an export`()
        async throws
    {
        let fault = """
            notes_page.written_by says who did something, and 'notes' exports it for nobody; add a PersonalTable whose rows \
            are of .member("written_by")
            """
        let impersonal = PersonalTable.impersonal("notes_page", "text", "written_by")
        #expect(try await Notes.faults(impersonal, in: Notes.pages) == [fault])
        let silent = PersonalTable(
            "notes_page", "", of: .member("written_by"), erasing: .nothing, keeping: ["text", "written_by"])
        #expect(try await Notes.faults(silent, in: Notes.pages) == [fault])
        let exported = PersonalTable(
            "notes_page", "Pages that you wrote", of: .member("written_by"), exporting: [.text("text", "Text")],
            erasing: .nothing, keeping: ["written_by"])
        #expect(try await Notes.faults(exported, in: Notes.pages).isEmpty)
    }
}
