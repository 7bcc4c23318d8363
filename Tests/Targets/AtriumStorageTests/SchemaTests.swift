import Foundation
import Testing

@testable import AtriumStorage

struct SchemaTests {
    private static let one = Migration("create a", "CREATE TABLE alpha_a (id INTEGER PRIMARY KEY) STRICT")
    private static let two = Migration("create b", "CREATE TABLE alpha_b (id INTEGER PRIMARY KEY) STRICT")
    private static let edited = Migration("create a", "CREATE TABLE alpha_a (id INTEGER PRIMARY KEY, x) ")

    /// Opens the same file with one schema after another. Returns the error of the last opening.
    private func evolve(_ schemas: Schema...) async throws -> DatabaseError? {
        try await withWorkbench { bench in
            var last: DatabaseError?
            for schema in schemas {
                let file = bench.file(schemas: SchemaSet([(.alpha, schema)]))
                do {
                    try await file.run("SELECT 1")
                    last = nil
                } catch let error as DatabaseError {
                    last = error
                }
                await file.close()
            }
            return last
        }
    }

    @Test func `migrations run once, and new ones are appended`() async throws {
        #expect(try await evolve(Schema(Self.one), Schema(Self.one), Schema(Self.one, Self.two)) == nil)
    }

    @Test func `an edited, moved, missing or newer migration is refused with an error that says what to do`()
        async throws
    {
        #expect(
            try await evolve(Schema(Self.one), Schema(Self.edited))?.message
                == "schema of 'alpha': migration 'create a' was edited after it ran here; restore it and append a new one"
        )
        #expect(
            try await evolve(Schema(Self.one, Self.two), Schema(Self.two, Self.one))?.message
                == "schema of 'alpha': migration 'create a' moved to another position; keep the order in which they were released"
        )
        #expect(
            try await evolve(Schema(Self.one, Self.two), Schema(Self.two))?.message
                == "schema of 'alpha': migration 'create a' ran here and is missing from the code; put it back at position 1"
        )
        let newer = try await evolve(Schema(Self.one, Self.two), Schema(Self.one))
        #expect(newer?.kind == .schema)
        #expect(
            newer?.message
                == "schema of 'alpha': the file was written by a newer version, which ran 'create b'; run that version or a later one"
        )
    }

    @Test func `a migration that fails halfway changes nothing`() async throws {
        try await withWorkbench { bench in
            let broken = Schema(
                Self.one,
                Migration(
                    "break", "CREATE TABLE alpha_half (id INTEGER) STRICT", "CREATE TABLE alpha_half (id INTEGER)"))
            let file = bench.file(schemas: SchemaSet([(.alpha, broken)]))
            await #expect(throws: DatabaseError.self) { try await file.run("SELECT 1") }
            await file.close()
            let mended = bench.file(schemas: SchemaSet([(.alpha, Schema(Self.one))]))
            let tables = try await mended.read { connection in
                try connection.kernel.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'alpha%'", as: String.self)
            }
            #expect(tables == ["alpha_a"])
            await mended.close()
        }
    }

    @Test func `tables of an owner whose code is missing stay unchanged`() async throws {
        try await withWorkbench { bench in
            let both = bench.file()
            try await both.run("INSERT INTO beta_note (text) VALUES ('kept')", as: .beta)
            await both.close()
            let alone = bench.file(schemas: SchemaSet(Array(plainSchemas.schemas.dropLast())))
            try await alone.run("INSERT INTO alpha_note (text) VALUES ('new')")
            await alone.close()
            let again = bench.file()
            #expect(try await again.count("SELECT count(*) FROM beta_note", as: .beta) == 1)
            await again.close()
        }
    }
}
