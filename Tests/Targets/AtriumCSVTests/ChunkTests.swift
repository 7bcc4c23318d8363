import AtriumTesting
import Testing

@testable import AtriumCSV

@Suite struct ChunkTests {
    static let texts: [[UInt8]] =
        CSVReaderTests.texts.map { Array($0.0.utf8) } + CSVReaderTests.departures.map { Array($0.0.utf8) }
        + CSVReaderTests.notUTF8.map { Array("a\nb\nc,".utf8) + $0 + Array("\nd".utf8) }
        + RecoveryTests.texts.map { $0.0 } + [[0xEF, 0xBB, 0x61]]

    @Test(arguments: texts)
    func `a text that is cut anywhere is read like the whole`(text: [UInt8]) {
        var reader = CSVReader(text)
        let whole = reader.readings()
        #expect(readings(of: text.map { [$0] }) == whole, "byte by byte")
        for cut in 0...text.count {
            #expect(readings(of: [text[..<cut], text[cut...]]) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a random text is read in the same way however it is cut, with any limit`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0A, 0x0D, 0x61, 0x61, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF]
        for _ in 0..<40 {
            let text = (0..<60).map { _ in alphabet.randomElement(using: &chance)! }
            let limit = Int.random(in: 1...30, using: &chance)
            var reader = CSVReader(text, recordLimit: limit)
            let whole = reader.readings()
            #expect(readings(of: chance.chunks(of: text), recordLimit: limit) == whole, "\(text), \(limit)")
        }
    }

    @Test func `a record is available as soon as its line ends`() throws {
        var reader = CSVReader()
        reader.append("a,\"b\n\"".utf8)
        #expect(reader.readings() == [])
        reader.append("\r".utf8)
        #expect(reader.readings() == [])
        reader.append("\nc".utf8)
        #expect(reader.readings() == [.record([Array("a".utf8), Array("b\n".utf8)], lines: [1, 1])])
        reader.finish()
        #expect(reader.readings() == [.record(["c"], line: 3)])
    }

    @Test func `a record stays unchanged until there is another one`() throws {
        var reader = CSVReader()
        var record = CSVRecord()
        reader.append("a\nb".utf8)
        #expect(try reader.next(&record))
        #expect(try !reader.next(&record))
        #expect(record.count == 1 && record[0].elementsEqual("a".utf8))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a record of 1 MiB can arrive byte by byte`() {
        let line = Array(String(repeating: "\"a,\n\"\"\",", count: (1 << 20) / 8 - 1).utf8)
        #expect(readings(of: line.map { CollectionOfOne($0) }).count == 1)
    }
}
