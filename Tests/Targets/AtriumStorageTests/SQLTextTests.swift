import AtriumStorage
import Testing

struct SQLTextTests {
    private static let secret = "4711-secret"
    private static let statement: SQL = "SELECT * FROM kernel_note WHERE text = \(secret) OR id = \(7_654_321)"

    private static func shown(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(describing: value), String(reflecting: value), dumped]
            + Mirror(reflecting: value).children.map { "\($0.value)" }
    }

    @Test func `every description of a statement shows a question mark in place of its values`() {
        var interpolation = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: 1)
        interpolation.appendInterpolation(Self.secret)
        interpolation.appendInterpolation(7_654_321)
        let shown: [Any] = [
            Self.statement, Optional(Self.statement) as Any, [Self.statement], ["a": Self.statement],
            (Self.statement, 1),
            Self.secret.sqlValue, 7_654_321.sqlValue, [Self.secret.sqlValue], Optional(Self.secret.sqlValue) as Any,
            interpolation, ["json": "\(json: [Self.secret])" as SQL],
        ]
        for value in shown {
            for text in Self.shown(value) {
                #expect(!text.contains(Self.secret) && !text.contains("7654321"), "\(text)")
                #expect(!text.contains("4711"))
            }
        }
        #expect("\(Self.statement)" == "SELECT * FROM kernel_note WHERE text = ? OR id = ?")
        #expect(String(reflecting: Self.statement) == "\(Self.statement)")
        // The parts of a statement do not show values either.
        for part in Mirror(reflecting: Self.statement).children {
            #expect(Self.shown(part.value).allSatisfy { !$0.contains(Self.secret) })
        }
    }

    @Test func `statements can be composed by interpolation and by plus, and run as one statement`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.write { connection in
                let executor = connection.kernel
                for id in 1...3 { try executor.run("INSERT INTO kernel_note VALUES (\(id), \("text \(id)"))") }
                let selection: SQL = "SELECT id FROM kernel_note"
                for (wanted, text) in [(1, "text 1"), (2, "text 2")] {
                    var query = selection + " WHERE id = \(wanted)"
                    query += " AND text = \(text)"
                    #expect("\(query)" == "SELECT id FROM kernel_note WHERE id = ? AND text = ?")
                    #expect(try executor.rows(query, as: Int.self) == [wanted])
                    #expect(try executor.rows(selection + " ORDER BY " + "id DESC", as: Int.self) == [3, 2, 1])
                    #expect(try executor.rows(selection + " ORDER BY " + "id", as: Int.self) == [1, 2, 3])
                }
            }
            await file.close()
        }
    }

    @Test func `a single column is read as its own type`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.write { connection in
                let executor = connection.kernel
                for text in ["a", "b", nil] { try executor.run("INSERT INTO kernel_note (text) VALUES (\(text))") }
                let names = Set(
                    try executor.rows("SELECT text FROM kernel_note WHERE text IS NOT NULL", as: String.self))
                #expect(names == ["a", "b"])
                let count: Int? = try executor.first("SELECT count(*) FROM kernel_note", as: Int.self)
                #expect(count == 3)
                let texts: [String?] = try executor.rows("SELECT text FROM kernel_note ORDER BY id", as: String?.self)
                #expect(texts == ["a", "b", nil])
                let none: Int? = try executor.first("SELECT 1 WHERE 0", as: Int.self)
                #expect(none == nil)
                let null: Int?? = try executor.first("SELECT NULL", as: Int?.self)
                #expect(null == .some(nil))
                let one: String? = try executor.one("SELECT NULL", as: String?.self)
                #expect(one == nil)
                let lengths = try executor.rows("SELECT text FROM kernel_note WHERE id < 3", as: String.self).map(
                    \.count)
                #expect(lengths == [1, 1])
                let pairs = try executor.rows(
                    "SELECT id, text, 1.5 FROM kernel_note", as: Int.self, String?.self, Double.self)
                #expect(pairs.map(\.0) == [1, 2, 3] && pairs[2].1 == nil && pairs[0].2 == 1.5)
            }
            await file.close()
        }
    }

    @Test func `a kept row cannot read a later row or a later run of its statement`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            try await file.write { connection in
                let executor = connection.kernel
                for id in 1...3 { try executor.run("INSERT INTO kernel_note VALUES (\(id), 'x')") }
                var kept: [Row] = []
                try executor.forEach("SELECT id FROM kernel_note") { row in
                    for old in kept { #expect(throws: DatabaseError.self) { try old.integer(at: 0) } }
                    kept.append(row)
                    let id = try row.integer(at: 0)
                    #expect(id == Int64(kept.count))
                }
                let all = kept
                for _ in 1...2 {
                    try executor.forEach("SELECT id FROM kernel_note") { row in
                        for old in all {
                            let error = #expect(throws: DatabaseError.self) { try old.integer(at: 0) }
                            #expect(error?.message.contains("read its columns inside the closure") == true)
                            #expect(throws: DatabaseError.self) { try old.isNull(at: 0) }
                            #expect(old.mismatch(at: 0, expected: "a text").message.contains("something else"))
                        }
                        _ = try row.integer(at: 0)
                    }
                }
            }
            await file.close()
        }
    }
}
