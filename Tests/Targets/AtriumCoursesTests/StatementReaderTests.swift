import AtriumTesting
import Testing

@testable import AtriumCourses

struct StatementReaderTests {
    static let (stray, unclosed) = (StatementFault.stray, StatementFault.unclosed)
    static let unclosedAnswer = StatementFault.unclosedAnswer

    static let streams: [(String, [String])] = [
        ("", []),
        (" \r\n\t", []),
        ("\u{FEFF}", []),
        ("[]", []),
        ("{}", ["1 {}"]),
        ("\u{FEFF}{}\n", ["1 {}"]),
        (" \n\u{FEFF}{}", ["2 \(stray)", "2 {}"]),
        ("{}{}", ["1 {}", "1 {}"]),
        ("{}\n{}\r\n\r\n{}", ["1 {}", "2 {}", "4 {}"]),
        ("[{},{} , {}]\n", ["1 {}", "1 {}", "1 {}"]),
        (
            "[\n  {\n    \"a\": {\n    }\n  },\n  {}\n]\n",
            ["2 {\n    \"a\": {\n    }\n  }", "6 {}"]
        ),
        (#"{"a":{"b":[{}]}}{}"#, [#"1 {"a":{"b":[{}]}}"#, "1 {}"]),
        (#"{"}":"{"}{"a":"\"}"}"#, [#"1 {"}":"{"}"#, #"1 {"a":"\"}"}"#]),
        (#"{"a":"\\"}{"a":"\\\"}"}"#, [#"1 {"a":"\\"}"#, #"1 {"a":"\\\"}"}"#]),
        (#"{"Ærø":"日本 🧯 }"}{}"#, [#"1 {"Ærø":"日本 🧯 }"}"#, "1 {}"]),
        ("{\n}\n{}", ["1 {\n}", "3 {}"]),

        (#"{"statements":[{"a":1},{"b":[{}]}],"more":"/x"}"#, [#"1 {"a":1}"#, #"1 {"b":[{}]}"#]),
        (
            "\u{FEFF}{\n  \"more\" : \"/x\" ,\n  \"statements\" :\n  [\n    {\n    },\n    {}\n  ]\n}\n{}",
            ["5 {\n    }", "7 {}", "10 {}"]
        ),
        (#"[{"statements":[{}]},{"statements":[[{}],[{}]],"more":""}]"#, ["1 {}", "1 {}", "1 {}"]),
        (#"{"statements":[]}{"x":{"y":[{}]},"statements":[{}],"z":{"w":[{}]}}{}"#, ["1 {}", "1 {}"]),
        // An object that is no answer stays one object.
        (#"{"context":{"x:y":{"statements":[{}]}}}"#, [#"1 {"context":{"x:y":{"statements":[{}]}}}"#]),
        (#"{"actor":{},"statements":[{}]}"#, [#"1 {"actor":{},"statements":[{}]}"#]),
        (#"{"statements":{"a":[{}]}}"#, [#"1 {"statements":{"a":[{}]}}"#]),
        (#"{"a":"statements","b":[{}]}"#, [#"1 {"a":"statements","b":[{}]}"#]),
        (#"{"a":["statements",[{}]],"\"statements":[{}]}"#, [#"1 {"a":["statements",[{}]],"\"statements":[{}]}"#]),
        // An answer that is cut short, or has a fault in it.
        (#"{"statements":[{}"#, ["1 {}", "1 \(unclosedAnswer)"]),
        (#"{"statements":[{},{"a""#, ["1 {}", "1 \(unclosed)"]),
        (#"{"statements":[{}],"more""#, ["1 {}", "1 \(unclosed)"]),
        // An element that is no statement is one fault, and the answer continues after it.
        (#"{"statements":[{},7,{}]}"#, ["1 {}", "1 \(stray)", "1 {}"]),
        (
            #"{"statements":[null, "a ] \"} , {", 1.5e3 {}, true],"x":{}}{}"#,
            Array(repeating: "1 \(stray)", count: 3) + ["1 {}", "1 \(stray)", "1 {}"]
        ),
        ("{\"statements\":[\n\"a\n{},\n7]}\n{}", ["2 \(stray)", "3 {}", "4 \(stray)", "5 {}"]),
        ("{\"statements\":[\n{\"a\n{}\n]}\n{}", ["2 \(unclosed)", "3 {}", "4 \(stray)", "5 {}"]),

        ("nothing", ["1 \(stray)"]),
        ("{} x y {} z\nx\n\"{}", ["1 {}", "1 \(stray)", "1 {}", "1 \(stray)", "2 \(stray)", "3 \(stray)", "3 {}"]),
        ("}}\n{}}", ["1 \(stray)", "2 {}", "2 \(stray)"]),
        ("\0{}", ["1 \(stray)", "1 {}"]),

        ("{", ["1 \(unclosed)"]),
        ("{}\n{\"a\n{}\n", ["1 {}", "2 \(unclosed)", "3 {}"]),
        ("{\"a\":1\n{}\n{}\n", ["1 \(unclosed)", "2 {}", "3 {}"]),
        ("{\"a\":{}\n{\"b\"\n{}\n", ["1 \(unclosed)", "2 \(unclosed)", "3 {}"]),
        ("{\"a\":\"\\\n{}\n", ["1 \(unclosed)", "2 {}"]),
        // A string ends with its line at the latest, so a quote in the next line begins a new one.
        ("{\"a\n{\"b\":\"}\"}", ["1 \(unclosed)", "2 {\"b\":\"}\"}"]),
        ("{\"a\":{} {}\n{}\n", ["1 \(unclosed)", "2 {}"]),
        // The lines after an unclosed object's first belong to the same fault, until a line begins another object.
        ("{\n\"a\": 1,\n\"b\": {\"c\n },\n {}\nx", ["1 \(unclosed)", "5 {}", "6 \(stray)"]),
        ("{\n\"a\n}, {\n}\n{}", ["1 \(unclosed)", "3 {\n}", "5 {}"]),
    ]

    @Test(arguments: streams)
    func `a stream is cut into the texts of its objects`(_ stream: String, _ expected: [String]) {
        #expect(pieces(stream) == expected)
    }

    @Test(arguments: streams)
    func `the pieces are the same wherever the stream is cut into chunks`(_ stream: String, _ expected: [String]) {
        let bytes = Array(stream.utf8)
        for cut in bytes.indices {
            #expect(pieces([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected, "cut at \(cut)")
        }
        #expect(pieces(bytes.map { [$0] }) == expected, "byte by byte")
    }

    static let answers: [(String, String?)] = [
        (#"{"statements":[{"more":"/no"}],"more":"/a"}"#, "/a"), (#"{"more":"/a","statements":[{}]}"#, "/a"),
        (#"{"more":"/a", "statements":[{}], "x":{"more":"/no"}}"#, "/a"), (#"{"statements":[{}]}"#, nil),
        (#"[{"statements":[{}],"more":"/a"},{"statements":[],"more":"/b"}]"#, "/b"),
        (#"{"statements":[],"more":"/a"}{"statements":[]}"#, nil), (#"{"statements":[],"more":7}"#, nil),
        (#"{"more":"/a"}"#, nil), (#"{"statements":[{},7,null,"]",{}],"more":"/a"}"#, "/a"),
    ]

    @Test(arguments: answers)
    func `the link to more is the last answer's, wherever the stream is cut`(_ stream: String, _ more: String?) {
        let bytes = Array(stream.utf8)
        for cut in bytes.indices {
            var reader = StatementReader()
            for chunk in [bytes[..<cut], bytes[cut...]] {
                reader.append(chunk)
                while reader.next() != nil {}
            }
            reader.finish()
            #expect(reader.next() == nil && reader.more == more, "cut at \(cut)")
        }
    }

    @Test func `objects that are never closed do not hide the others`() {
        let lines = (1...1000).map { $0 % 100 == 50 ? "{\"a\":{}" : "{}" }
        let expected = (1...1000).map { $0 % 100 == 50 ? "\($0) \(Self.unclosed)" : "\($0) {}" }
        #expect(pieces(lines.joined(separator: "\n")) == expected)
    }

    @Test(arguments: [
        ("[{},", ["1 {}", "1 \(StatementFault.unclosedAnswer)"]),
        ("[{}\n,{}", ["1 {}", "2 {}", "2 \(StatementFault.unclosedAnswer)"]),
        ("[", ["1 \(StatementFault.unclosedAnswer)"]), ("[[[", ["1 \(StatementFault.unclosedAnswer)"]),
        ("[{},null]", ["1 {}", "1 \(StatementFault.stray)"]), ("[7]", ["1 \(StatementFault.stray)"]),
        ("[[1,2],{}]", ["1 \(StatementFault.stray)", "1 {}"]), ("[{}]", ["1 {}"]), ("[]", []), ("[[{}]]", ["1 {}"]),
    ])
    func `an array that is cut off is a fault, also after whole statements`(stream: String, expected: [String]) {
        #expect(pieces(stream) == expected)
    }

    @Test func `a random array or list is read as it was written, in random chunks`() {
        for seed in 0..<300 as Range<UInt64> {
            var chance = Chance(seed)
            var (stream, expected, line) = ("", [String](), 1)
            for _ in 0..<chance.next(8) {
                let object = chance.object(depth: 0)
                let separator = chance.pick([",", "", "\n", " ", ",\r\n  ", "\n\n", "]["])
                expected.append("\(line) \(object)")
                stream += object + separator
                line += (object + separator).utf8.count { $0 == 0x0A }
            }
            var rest = Array(stream.utf8)[...]
            var chunks: [[UInt8]] = []
            while !rest.isEmpty {
                let count = 1 + chance.next(40)
                chunks.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(pieces(chunks) == expected, "seed \(seed)")
        }
    }
}

/// Random choices from a seed.
private struct Chance {
    private let bytes: SeededBytes

    init(_ seed: UInt64) { bytes = SeededBytes(seed: seed) }

    mutating func next(_ bound: Int) -> Int { Int(bytes.next(1)[0]) % bound }

    mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    mutating func object(depth: Int) -> String {
        let members = (0..<next(4)).map { _ in
            string() + pick([":", " : ", ":\n"]) + (depth < 4 && next(2) == 0 ? object(depth: depth + 1) : string())
        }
        return "{" + members.joined(separator: pick([",", ", ", ",\n\t"])) + "}"
    }

    private mutating func string() -> String {
        let parts = (0..<next(6)).map { _ in pick(["a", "{", "}", "\\\"", "\\\\", "\\n", "é", "日", "🧯", "[", ","]) }
        return "\"" + parts.joined() + "\""
    }
}
