import AtriumCSV
import Testing

@Suite struct CSVListTests {
    @Test(arguments: [
        ("North;South", ["North", "South"]), (" North ;; South\u{A0};", ["North", "South"]), ("", []), (" ; ", []),
        ("North\r\nSouth", ["North", "South"]), ("\"A; B\" ; \"say \"\"C\"\"\"", ["A; B", "say \"C\""]),
        ("Team \"A\"; B", ["Team \"A\"", "B"]), ("\"A", ["\"A"]), ("North, South", ["North, South"]),
    ])
    func `a cell is split into its values`(_ cell: String, _ values: [String]) {
        #expect(CSVList.values(cell) == values)
    }

    @Test(arguments: [
        ("a,b", CSVListSeparator.comma, ["a", "b"]), ("\"A, B\", C; D", .comma, ["A, B", "C; D"]),
        ("A | B|C;D\nE", .bar, ["A", "B", "C;D", "E"]), ("\"A,B", .comma, ["\"A", "B"]),
        ("a,b|c", .semicolon, ["a,b|c"]),
    ])
    func `files of other systems can separate values in another way`(
        _ cell: String, _ separator: CSVListSeparator, _ values: [String]
    ) {
        #expect(CSVList.values(cell, separatedBy: separator) == values)
    }

    @Test func `written values are read back unchanged`() {
        let values = ["North", "A; B", "\"C\"", "Team \"D\"", "'s-Hertogenbosch", "a, b", "=1", "e\u{301}\""]
        #expect(CSVList.values(CSVList.cell(values)) == values)
    }
}
