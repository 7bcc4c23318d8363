import AtriumCSV
import Testing

/// Texts on which reading by Unicode's rules takes as long as the square of their length.
struct HostileTests {
    private enum Column: String, CaseIterable { case name, age }

    private static let marks = String(repeating: "\u{301}\u{323}", count: 100_000)

    @Test(arguments: ["name", "x", ""])
    func `a header of any length is not known`(_ start: String) {
        var table = CSVTableReader<Column>()
        table.append("age,\(start)\(Self.marks)\n1,2\n".utf8)
        table.finish()
        #expect(throws: CSVHeaderFault.self) { try table.next() }
    }

    @Test func `a cell of any length is read as it is, and written so`() throws {
        for cell in [Self.marks, "x" + Self.marks, "'" + Self.marks, "\"" + Self.marks] {
            let line = CSVLine.text([cell])
            var table = CSVTableReader<Column>(optional: [.age])
            table.append("'name\n\(line)".utf8)
            table.finish()
            #expect(try table.next()?.fault == nil)
            #expect(table.text(.name).utf8.elementsEqual(cell.utf8))
        }
    }
}
