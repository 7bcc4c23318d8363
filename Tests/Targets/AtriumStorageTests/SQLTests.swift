import AtriumStorage
import Foundation
import Testing

private enum Colour: String, ColumnValue { case red, green }

struct SQLTests {
    private func withSession(_ body: @escaping @Sendable (CachingExecutor) throws -> Void) async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.write { try body($0.kernel) }
            await file.close()
        }
    }

    @Test(arguments: ["'; DROP TABLE kernel_note; --", "\"", "?", "%", "a\0b", "", "日本語", "\\", "')"])
    func `an interpolated value is bound, whatever it contains`(_ text: String) async throws {
        try await withSession { executor in
            try executor.run("INSERT INTO kernel_note (text) VALUES (\(text))")
            let (count, found) = try executor.one(
                "SELECT count(*), max(text) FROM kernel_note WHERE text = \(text)", as: Int.self, String.self)
            #expect(count == 1)
            #expect(Array(found.utf8) == Array(text.utf8))
        }
    }

    @Test func `every kind of value is read back as it was bound`() async throws {
        try await withSession { executor in
            let date = Date(timeIntervalSince1970: 1_767_603_600.123)
            let (least, half, yes, empty, bytes, colour, day, none) = try executor.one(
                "SELECT \(Int.min), \(2.5), \(true), \([UInt8]()), \([1, 0, 255] as [UInt8]), \(Colour.green), \(date), \(String?.none)",
                as: Int.self, Double.self, Bool.self, [UInt8].self, [UInt8].self, Colour.self, Date.self, String?.self)
            #expect(least == .min)
            #expect(half == 2.5)
            #expect(yes)
            #expect(empty == [])
            #expect(bytes == [1, 0, 255])
            #expect(colour == .green)
            #expect(abs(day.timeIntervalSince(date)) < 0.001)
            #expect(none == nil)
            #expect(try executor.one("SELECT \(date)", as: Int.self) == 1_767_603_600_123)
        }
    }

    @Test func `a list is bound as one value`() async throws {
        try await withSession { executor in
            let texts = ["a", "b\"c\\", "d\u{1}e\n", "日本"]
            let found = try executor.rows("SELECT value FROM json_each(\(json: texts))", as: String.self)
            #expect(found == texts)
            #expect(try executor.one("SELECT count(*) FROM json_each(\(json: [Int]()))", as: Int.self) == 0)
            #expect(try executor.one("SELECT sum(value) FROM json_each(\(json: [1, 2, 3]))", as: Int.self) == 6)
        }
    }

    @Test func `a statement can be composed of other statements`() async throws {
        try await withSession { executor in
            let condition: SQL = "text = \("x")"
            try executor.run("INSERT INTO kernel_note VALUES (\(1), \("x"))")
            #expect(
                try executor.rows("SELECT id FROM kernel_note WHERE \(condition) AND id = \(1)", as: Int.self) == [1])
        }
    }

    @Test func `the error for a column that is read as another type names the column and never its value`() async throws
    {
        try await withSession { executor in
            let error = #expect(throws: DatabaseError.self) {
                try executor.one("SELECT \("secret") AS pin", as: Int.self)
            }
            #expect(error?.kind == .mismatch)
            #expect(error?.message == "column 0 ('pin') holds a text, not an integer; read it as another type")
            #expect(error.map { "\($0)".contains("secret") } == false)
            #expect(throws: DatabaseError.self) { try executor.one("SELECT NULL", as: String.self) }
            #expect(throws: DatabaseError.self) { try executor.one("SELECT 'blue'", as: Colour.self) }
            #expect(throws: DatabaseError.self) { try executor.one("SELECT 1", as: Int.self, Int.self) }
        }
    }

    @Test func `the error for a violated constraint names the constraint and its columns, and no value`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let error = await #expect(throws: DatabaseError.self) {
                try await file.write { connection in
                    for _ in 0..<2 {
                        try connection.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES (\("secret"))")
                    }
                }
            }
            #expect(error?.isDuplicate(of: "alpha_note.text") == true)
            #expect(error?.extendedCode == 2067)
            #expect(error?.sql == "INSERT INTO alpha_note (text) VALUES (?)")
            #expect(error.map { "\($0)".contains("secret") } == false)
            let missing = await #expect(throws: DatabaseError.self) {
                try await file.run("INSERT INTO alpha_note (text) VALUES (NULL)")
            }
            guard case .constraint(let rule) = missing?.kind else { throw CancellationError() }
            #expect(rule.kind == .notNull)
            #expect(rule.columns == ["alpha_note.text"])
            await file.close()
        }
    }

    @Test func `a statement can run again with other values, however large they are`() async throws {
        try await withSession { executor in
            let large = String(repeating: "x", count: 5_000)
            let texts = [large, nil, "", large, "short", nil]
            for text in texts { try executor.run("INSERT INTO kernel_note (text) VALUES (\(text))") }
            let stored = try executor.rows("SELECT text FROM kernel_note ORDER BY id", as: String?.self)
            #expect(stored == texts)
        }
    }

    @Test func `a statement can run inside itself, even more often than the cache keeps copies of it`() async throws {
        try await withSession { executor in
            for id in 1...5 { try executor.run("INSERT INTO kernel_note (id) VALUES (\(id))") }
            var pairs = 0
            func count(_ depth: Int) throws {
                try executor.forEach("SELECT id FROM kernel_note") { _ in
                    if depth < 3 { try count(depth + 1) } else { pairs += 1 }
                }
            }
            try count(1)
            #expect(pairs == 125)
            try executor.run("DELETE FROM kernel_note WHERE id > 1")
            func nest(_ depth: Int) throws -> Int {
                try executor.one("SELECT id FROM kernel_note") { _ in depth == 1 ? 1 : try nest(depth - 1) + 1 }
            }
            for _ in 1...2 {
                let depth = try nest(100)
                #expect(depth == 100)
            }
        }
    }

    @Test func `a row cannot be read after its closure has ended`() async throws {
        try await withSession { executor in
            var kept: Row?
            try executor.forEach("SELECT 1") { kept = $0 }
            #expect(throws: DatabaseError.self) { try kept?.integer(at: 0) }
        }
    }

    @Test func `a text must contain exactly one statement`() async throws {
        try await withSession { executor in
            for sql in ["SELECT 1; SELECT 2", "SELECT 1; DROP TABLE kernel_note", "", "  ;", "SELECT 1 \0 garbage"]
                as [StaticString]
            {
                #expect(throws: DatabaseError.self, "\(sql)") { try executor.run(SQL(stringLiteral: sql)) }
            }
            try executor.run("SELECT 1;  \n")
        }
    }
}
