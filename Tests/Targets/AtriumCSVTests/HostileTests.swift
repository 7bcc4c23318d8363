import AtriumCSV
import Testing

/// Texts for which reading by Unicode's rules takes time with the square of their length.
struct HostileTests {
    private enum Column: String, CaseIterable { case name, age }

    private static let marks = String(repeating: "\u{301}\u{323}", count: 100_000)

    @Test(arguments: ["name", "x", ""])
    func `an unknown header of any length is refused`(_ start: String) {
        var table = CSVTableReader<Column>()
        table.append("age,\(start)\(Self.marks)\n1,2\n".utf8)
        table.finish()
        #expect(throws: CSVHeaderFault.self) { try table.next() }
    }

    @Test func `a cell of any length is read and written unchanged`() throws {
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
