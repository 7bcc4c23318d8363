import Testing

@testable import AtriumCSV

@Suite struct RecoveryTests {
    private static func fault(_ problem: CSVFault.Problem, line: Int, column: Int = 1) -> Reading {
        .fault(CSVFault(line: line, column: column, problem: problem))
    }

    static let texts: [([UInt8], [Reading])] = [
        (Array("a\"b,c\nd\n".utf8), [fault(.strayQuote, line: 1), .record(["d"], line: 2)]),
        (
            Array("a\n\"b\"c,\"d\ne\n".utf8),
            [
                .record(["a"], line: 1), fault(.textAfterQuote, line: 2), .record(["e"], line: 3),
            ]
        ),
        (Array("a\rb\r\nc".utf8), [fault(.loneCarriageReturn, line: 1), .record(["c"], line: 2)]),
        (Array("a,".utf8) + [0xFF, 0x0A, 0x62], [fault(.notUTF8, line: 1, column: 2), .record(["b"], line: 2)]),
        (
            Array("\"a\nb,c\r\nd".utf8),
            [
                fault(.unclosedQuote, line: 1), .record(["b", "c"], line: 2), .record(["d"], line: 3),
            ]
        ),
        // The record begins on the line before the fault. Only that line is lost.
        (
            Array("\"a\nb\"c\nd".utf8),
            [
                fault(.textAfterQuote, line: 2), fault(.strayQuote, line: 2), .record(["d"], line: 3),
            ]
        ),
        (Array("a\n\"b".utf8), [.record(["a"], line: 1), fault(.unclosedQuote, line: 2)]),
        (Array("\"a\n".utf8), [fault(.unclosedQuote, line: 1)]),
        ([0xEF, 0xBB], [fault(.notUTF8, line: 1)]),  // two thirds of a byte-order mark
    ]

    @Test(arguments: texts)
    func `a faulty record loses only the line on which it begins`(text: [UInt8], expected: [Reading]) {
        var reader = CSVReader(text)
        #expect(reader.readings() == expected)
    }

    @Test func `the rest of a faulty line is skipped and not kept in memory`() {
        var reader = CSVReader()
        reader.append("a\"".utf8)
        #expect(reader.readings() == [Self.fault(.strayQuote, line: 1)])
        for _ in 0..<1000 {
            reader.append(repeatElement(0x22, count: 1000))
            #expect(reader.readings() == [])
        }
        #expect(reader.capacity < 8000)
        reader.append("\nb\n".utf8)
        #expect(reader.readings() == [.record(["b"], line: 2)])
    }
}
