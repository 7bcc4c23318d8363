import Testing

@testable import AtriumCSV

@Suite struct CSVReaderTests {
    /// All records of a text, or its first fault.
    private func records(_ bytes: [UInt8]) throws(CSVFault) -> [[String]] {
        var reader = CSVReader(bytes)
        var record = CSVRecord()
        var records: [[String]] = []
        while try reader.next(&record) {
            records.append((0..<record.count).map { [record] in String(decoding: record[$0], as: UTF8.self) })
        }
        return records
    }

    static let texts: [(String, [[String]])] = [
        ("", []),
        ("a", [["a"]]),
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        (",", [["", ""]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
        ("\u{FEFF}", []),
        ("\"a\",\"\"\n", [["a", ""]]),
        ("\"a,b\",\"c\nd\",\"e\r\nf\"\r\n", [["a,b", "c\nd", "e\r\nf"]]),
        ("\"say \"\"yes\"\"\",\"\"\"\"\n", [["say \"yes\"", "\""]]),
        (" a , b \n", [[" a ", " b "]]),
        ("Ærø,\"日本\"\n", [["Ærø", "日本"]]),
    ]

    @Test(arguments: texts)
    func `a text that follows RFC 4180 is read into its fields`(text: String, fields: [[String]]) throws {
        #expect(try records(Array(text.utf8)) == fields)
    }

    static let departures: [(String, Int, Int, CSVFault.Problem)] = [
        ("a,b\n\"c", 2, 1, .unclosedQuote),
        ("a,\"b\n\nc,d\n", 1, 2, .unclosedQuote),
        ("a,\"b\"\"", 1, 2, .unclosedQuote),
        ("a\n\"b\"c\n", 2, 1, .textAfterQuote),
        ("\"a\nb\" ,c\n", 2, 1, .textAfterQuote),
        ("a,b\"c\"\n", 1, 2, .strayQuote),
        ("a\rb\n", 1, 1, .loneCarriageReturn),
        ("a\n\"b\"\r", 2, 1, .loneCarriageReturn),
    ]

    @Test(arguments: departures)
    func `a departure from RFC 4180 is reported with line and column`(
        text: String,
        line: Int,
        column: Int,
        problem: CSVFault.Problem
    ) {
        #expect(throws: CSVFault(line: line, column: column, problem: problem)) { try records(Array(text.utf8)) }
    }

    static let notUTF8: [[UInt8]] = [
        [0xFF],
        [0xC3],  // the first half of a character
        [0xC0, 0xAF],  // an overlong form
        [0xED, 0xA0, 0x80],  // a surrogate
        [0x22, 0xE9, 0x22],  // Latin-1, quoted
    ]

    @Test(arguments: notUTF8)
    func `bytes that are not UTF-8 are reported with line and column`(bytes: [UInt8]) {
        #expect(throws: CSVFault(line: 3, column: 2, problem: .notUTF8)) {
            try records(Array("a\nb\nc,".utf8) + bytes)
        }
    }

    @Test func `every field knows the line on which it begins`() throws {
        var reader = CSVReader(Array("a,\"b\nc\",d\r\ne".utf8))
        var record = CSVRecord()
        #expect(try reader.next(&record))
        let lines = (0..<record.count).map { [record] in record.line(of: $0) }
        #expect(lines == [1, 1, 2])
        #expect(try reader.next(&record))
        #expect(record.line(of: 0) == 3)
        #expect(try !reader.next(&record))
    }
}
