import AtriumValues
import Testing

@testable import AtriumCSV

struct CSVTableReaderTests {
    private enum Column: String, CaseIterable { case name, age, note }

    /// The rows as `line name|age|note`, or as `line fault`.
    private func rows(_ text: String, chunk: Int) throws -> [String] {
        var table = CSVTableReader<Column>(optional: [.note])
        var rows: [String] = []
        func read() throws {
            while let row = try table.next() {
                let cells = [table.text(.name), table.text(.age), table.text(.note)].joined(separator: "|")
                rows.append("\(row.line) \(row.fault == nil ? cells : "fault")")
            }
        }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            table.append(rest.prefix(chunk))
            rest = rest.dropFirst(chunk)
            try read()
        }
        table.finish()
        try read()
        return rows
    }

    @Test(arguments: [1, 3, 1000])
    func `cells are found by the names of the header, in any order and with chunks of any size`(_ chunk: Int) throws {
        let text = "'AGE,Name,note\r\n7,\"Ada, L.\",\r\n\r\n8,'=Bob,x\r\n9\r\n10,\"C\r\n11,Dan,y\r\n"
        #expect(try rows(text, chunk: chunk) == ["2 Ada, L.|7|", "4 =Bob|8|x", "5 fault", "6 fault", "7 Dan|11|y"])
    }

    @Test func `an optional column may be missing`() throws {
        #expect(try rows("name,age\nAda,7\n", chunk: 4) == ["2 Ada|7|"])
    }

    @Test(arguments: [
        ("", CSVHeaderFault.Problem.empty), ("\n ,\n", .empty), ("name\n", .missing("age")),
        ("\"name", .unreadable(CSVFault(line: 1, column: 1, problem: .unclosedQuote))),
        ("name,age,name\n", .repeated("name")), ("name|age|secret word\n", .separator("|")),
        ("sep=|\nname|age\n", .separator("|")),
    ])
    func `the error for a header that cannot be used names the cause and does not quote the header`(
        _ text: String, _ problem: CSVHeaderFault.Problem
    ) {
        let fault = #expect(throws: CSVHeaderFault.self) { try rows(text, chunk: 2) }
        #expect(fault?.problem == problem && fault?.columns == ["name", "age", "note"])
        #expect(fault?.description.contains("secret") == false)
    }
}
