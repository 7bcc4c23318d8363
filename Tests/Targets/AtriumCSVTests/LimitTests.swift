import Testing

@testable import AtriumCSV

@Suite struct LimitTests {
    private static func tooLong(line: Int, column: Int = 1) -> Reading {
        .fault(CSVFault(line: line, column: column, problem: .tooLong))
    }

    static let texts: [(String, [Reading])] = [
        ("abc\n", [.record(["abc"], line: 1)]),
        ("abcd", [.record(["abcd"], line: 1)]),
        ("ab\r\ncd\r\n", [.record(["ab"], line: 1), .record(["cd"], line: 2)]),
        ("\u{FEFF}abc\n", [.record(["abc"], line: 1)]),
        ("\"ab\"", [.record(["ab"], line: 1)]),
        ("a\nbcde\nf\n", [.record(["a"], line: 1), tooLong(line: 2), .record(["f"], line: 3)]),
        ("abcde", [tooLong(line: 1)]),
        ("abc\r\nd", [tooLong(line: 1), .record(["d"], line: 2)]),
        ("a,bc\n", [tooLong(line: 1, column: 2)]),
        ("a,b,c", [tooLong(line: 1, column: 3)]),
        ("\"ab\"\n", [tooLong(line: 1)]),
        (
            "\"a\nb\nc\nd\n",
            [
                tooLong(line: 1), .record(["b"], line: 2), .record(["c"], line: 3), .record(["d"], line: 4),
            ]
        ),
        ("a\"bcde\nf", [.fault(CSVFault(line: 1, column: 1, problem: .strayQuote)), .record(["f"], line: 2)]),
    ]

    @Test(arguments: texts)
    func `a record of more than 4 bytes is too long if the limit is 4`(text: String, expected: [Reading]) {
        var reader = CSVReader(Array(text.utf8), recordLimit: 4)
        #expect(reader.readings() == expected)
        #expect(readings(of: text.utf8.map { [$0] }, recordLimit: 4) == expected, "byte by byte")
    }

    @Test func `64 MiB are read within the memory of three chunks`() throws {
        let chunk = 1 << 16
        let line = Array("1752,11391,\"it says \"\"banked\"\",\r\non two lines\",18,0\r\n".utf8)
        let lines = Array(repeatElement(line, count: chunk / line.count + 2).joined())
        var reader = CSVReader()
        var record = CSVRecord()
        var records = 0
        for number in 0..<1024 {
            reader.append(lines[(number * chunk % line.count)...].prefix(chunk))
            while try reader.next(&record) { records += 1 }
            try #require(reader.capacity <= 3 * chunk)
        }
        #expect(records == 1024 * chunk / line.count)
    }

    @Test func `a record without end takes no more memory than the limit allows`() throws {
        var reader = CSVReader(recordLimit: 1 << 16)
        reader.append("a,\"".utf8)
        var faults: [Reading] = []
        for _ in 0..<1024 {
            reader.append(repeatElement(0x61, count: 1 << 12))
            faults += reader.readings()
            try #require(reader.capacity <= 1 << 18)
        }
        #expect(faults == [Self.tooLong(line: 1, column: 2)])
        reader.append("\nb\n".utf8)
        #expect(reader.readings() == [.record(["b"], line: 2)])
    }
}
