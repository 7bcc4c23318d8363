import Testing

@testable import AtriumCourses

/// The memory and the time that reading takes, and objects that are too long.
struct StatementReaderLimitTests {
    static let (unclosed, tooLong) = (StatementFault.unclosed, StatementFault.tooLong)

    static let long: [(String, [String])] = [
        (#"{"a":"1234"}{}"#, [#"1 {"a":"1234"}"#, "1 {}"]),
        (#"{"a":"12345"}{}"#, ["1 \(tooLong)", "1 {}"]),
        (#"[{"a":"{\"}1234567890"},{}]"#, ["1 \(tooLong)", "1 {}"]),
        ("{\"a\":{\"1234567890\n{}\n", ["1 \(tooLong)", "2 {}"]),
        ("{\"a\":123456,\n\"b\":{}}\n{}\n", ["1 \(tooLong)", "3 {}"]),
        ("{\n\"a\":\"1234567890\"\n}\n{}\n", ["1 \(tooLong)", "4 {}"]),
        ("{\n{}\n{}\n{}\n{}\n{}", ["1 \(tooLong)", "2 {}", "3 {}", "4 {}", "5 {}", "6 {}"]),
        ("{\"a\":1234567890", ["1 \(tooLong)"]),
    ]

    @Test(arguments: long)
    func `an object over the limit is one fault, and reading continues after it`(_ stream: String, _ expected: [String])
    {
        let bytes = Array(stream.utf8)
        #expect(pieces([bytes], limit: 12) == expected)
        for cut in bytes.indices {
            #expect(pieces([Array(bytes[..<cut]), Array(bytes[cut...])], limit: 12) == expected, "cut at \(cut)")
        }
        #expect(pieces(bytes.map { [$0] }, limit: 12) == expected, "byte by byte")
    }

    @Test(arguments: ["[", "x", "x\n", "{", "{\n", "{\"", "{}", "{}\n", "{\n}\n", "{\"a\n"])
    func `the reader never holds more than the limit and one chunk`(_ unit: String) {
        var reader = StatementReader(statementLimit: 1000)
        let chunk = Array(String(repeating: unit, count: 500 / unit.utf8.count).utf8)
        for _ in 0..<100 {
            reader.append(chunk)
            while reader.next() != nil {}
            #expect(reader.window.count <= 1000 + chunk.count)
        }
    }

    @Test func `a part of an answer over the limit is one fault, and reading continues after it`() {
        let long = #"{"a":"12345678901234567890"}"#
        #expect(pieces(#"{"statements":[\#(long),{}]}{}"#, limit: 20) == ["1 \(Self.tooLong)", "1 {}", "1 {}"])
        let tail = #"{"statements":[{}],"a":"12345678901234567890"}{}"#
        #expect(pieces(tail, limit: 20) == ["1 {}", "1 \(Self.tooLong)", "1 {}"])
    }

    @Test func `an answer of any length is read with little memory`() {
        var reader = StatementReader(statementLimit: 1000)
        var count = 0
        for number in 0..<2000 {
            let statement = "{\"a\":\"\(String(repeating: "x", count: 900))\"}"
            reader.append((number == 0 ? "{\"statements\":[\(statement)" : ",\(statement)").utf8)
            while let piece = reader.next() { count += (try? piece.json.get()) == nil ? 0 : 1 }
            #expect(reader.window.count <= 2000)
        }
        reader.append("],\"more\":\"\"}".utf8)
        reader.finish()
        #expect(reader.next() == nil && count == 2000 && reader.more == "")
    }

    @Test(.timeLimit(.minutes(1)))
    func `an object with thousands of lists of statements is read quickly`() {
        let hostile = "{\"actor\":1" + String(repeating: ",\"statements\":[]", count: 50_000) + "}"
        #expect(pieces(hostile).count == 1)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["{\n", "{\n{}\n", "{\"a\":[\n"])
    func `objects that are never closed are read quickly`(_ unit: String) {
        let hostile = Array(String(repeating: unit, count: 400_000 / unit.utf8.count).utf8)
        let found = pieces([hostile])
        #expect(found.first == "1 \(Self.unclosed)")
        #expect(found.count <= hostile.count)
    }
}
