import AtriumValues
import Testing

@testable import AtriumCSV

@Suite struct EncodingTests {
    private static let text = "email,teams\nbob@x.example,Süd 👩‍👩‍👧 日本 €\n"

    @Test(arguments: [false, true])
    func `UTF-16 with a byte-order mark is read, even if it is cut inside a surrogate pair`(isBigEndian: Bool) throws {
        let bytes = utf16(Self.text, isBigEndian: isBigEndian)
        let expected = try Rows(Self.text)
        #expect(expected.rows == ["2 bob@x.example||Süd 👩‍👩‍👧 日本 €"])
        for chunk in 1...bytes.count { #expect(try Rows(bytes, chunk: chunk) == expected, "\(chunk)") }
    }

    @Test func `half of a surrogate pair is refused with its row`() throws {
        let bytes = utf16("email,teams\na@x.example,x\nb@x.example,y\n", isBigEndian: false)
        for half: [UInt8] in [[0x3D, 0xD8], [0x00, 0xDC]] {
            var broken = bytes
            broken.replaceSubrange(50..<52, with: half)
            let rows = try Rows(broken, chunk: 3).rows
            #expect(rows.count == 2 && rows[0].hasPrefix("2: column 2") && rows[0].contains("UTF-16"))
            #expect(rows[1] == "3 b@x.example||y")
        }
        #expect(try Rows(bytes + [0x61]).rows.last?.contains("UTF-16") == true)
    }

    @Test func `Windows-1252 is read if the caller says so, unless a byte-order mark says otherwise`() throws {
        let bytes = Array("email,teams\nbob@x.example,S".utf8) + [0xFC, 0x64, 0x20, 0x80, 0x0A]
        let form = CSVForm<PersonColumn>(encoding: .windows1252)
        for chunk in [1, 1000] { #expect(try Rows(bytes, form, chunk: chunk).rows == ["2 bob@x.example||Süd €"]) }
        #expect(try Rows(utf16("email\nbob@x.example", isBigEndian: true), form).rows == ["2 bob@x.example|"])
        #expect(try Rows("\u{FEFF}email,teams\nbob@x.example,Süd\n", form).rows == ["2 bob@x.example||Süd"])
    }

    @Test func `the error for a row that is not UTF-8 says where it is and what to do`() throws {
        let bytes = Array("email,teams\na@x.example,S".utf8) + [0xFC, 0x64] + Array("\nb@x.example,y\n".utf8)
        let rows = try Rows(bytes).rows
        #expect(rows.count == 2 && rows[0].hasPrefix("2: column 2") && rows[0].contains("Windows-1252"))
        #expect(rows[1] == "3 b@x.example||y")
        let fault = #expect(throws: CSVHeaderFault.self) { try Rows([0xFC] + bytes) }
        #expect(fault?.problem == .unreadable(CSVFault(line: 1, column: 1, problem: .unknownEncoding)))
        #expect(fault?.description.contains("Windows-1252") == true)
    }

    private static let foreign: [([UInt8], CSVEncodingFault)] = [
        (Array(utf16("email\n", isBigEndian: false).dropFirst(2)), .utf16WithoutMark),
        (Array(utf16("email\n", isBigEndian: true).dropFirst(2)), .utf16WithoutMark),
        ([0xFF, 0xFE, 0, 0, 0x65, 0, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x65], .utf32),
        ([0x65, 0, 0, 0, 0x6D, 0, 0, 0], .utf32), ([0x50, 0x4B, 0x03, 0x04, 0x14], .workbook),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .workbook),
    ]

    @Test(arguments: foreign, [1, 1000])
    func `a file that is not text in a known encoding is refused with its cause`(
        _ file: ([UInt8], CSVEncodingFault), _ chunk: Int
    ) {
        let (bytes, expected) = file
        let fault = #expect(throws: CSVHeaderFault.self) { try Rows(bytes, chunk: chunk) }
        #expect(fault?.problem == .encoding(expected))
    }

    @Test func `a file with fewer bytes than a byte-order mark is read`() throws {
        enum Column: String, CaseIterable { case a }
        var table = CSVTableReader<Column>()
        table.append("a\nb".utf8)
        table.finish()
        #expect(try table.next()?.line == 2)
        #expect(table.text(.a) == "b")
    }
}
