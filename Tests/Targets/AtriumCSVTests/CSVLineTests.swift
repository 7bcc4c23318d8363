import AtriumCSV
import AtriumTesting
import Testing

@Suite struct CSVLineTests {
    static let lines: [([String], String)] = [
        ([], ""),
        (["a", "b"], "a,b\r\n"),
        (["", ""], ",\r\n"),
        ([""], "\"\"\r\n"),
        ([" a ", "-1.5"], " a ,-1.5\r\n"),
        (["a,b", "c;d\t"], "\"a,b\",c;d\t\r\n"),
        (["say \"yes\""], "\"say \"\"yes\"\"\"\r\n"),
        (["\"\u{301}"], "\"\"\"\u{301}\"\r\n"),  // a quote and an accent: one Character
        (["a\nb", "a\rb", "a\r\nb"], "\"a\nb\",\"a\rb\",\"a\r\nb\"\r\n"),
        (["=1", "\n", "-1,5"], "'=1,\"'\n\",\"'-1,5\"\r\n"),
        (["\u{FEFF}a"], "\"\u{FEFF}a\"\r\n"),
    ]

    @Test(arguments: lines)
    func `a record is written as RFC 4180 says, with quotes where it needs them`(fields: [String], line: String) {
        #expect(Array(CSVLine.text(fields).utf8) == Array(line.utf8))
    }

    static let alphabet = [
        ",", "\"", "\r", "\n", "\r\n", "\t", " ", ";", "'", "=", "+", "-", "@", "＝", "＋", "－", "＠", ".", "0", "7", "a",
        "é", "e\u{301}", "日", "👩‍👩‍👧", "\u{301}", "\u{FEFF}", "\u{0}",
    ]

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `written records are read back unchanged, and no cell is a formula`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let rows = (0..<10).map { _ in
                (0..<Int.random(in: 1...4, using: &chance)).map { _ in
                    (0..<Int.random(in: 0...5, using: &chance))
                        .map { _ in Self.alphabet.randomElement(using: &chance)! }.joined()
                }
            }
            let text = Array(rows.map(CSVLine.text).joined().utf8)
            let cells = readings(of: chance.chunks(of: text)).map { reading -> [String] in
                guard case .record(let fields, _) = reading else { return [] }
                return fields.map { String(decoding: $0, as: UTF8.self) }
            }
            let originals = cells.map { $0.map { Array(CSVField.original($0).utf8) } }
            try #require(originals == rows.map { $0.map { Array($0.utf8) } })
            try #require(!cells.joined().contains { $0.contains(Self.formula) })
        }
    }

    /// What a cell must not begin with. A negative number is an exception.
    private static var formula: Regex<Substring> {
        /^(?!-[0-9]+(?:\.[0-9]+)?$)[=+\-@＝＋－＠\t\r\n]/.matchingSemantics(.unicodeScalar)
    }
}
