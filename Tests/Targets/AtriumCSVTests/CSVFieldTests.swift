import AtriumCSV
import Testing

@Suite struct CSVFieldTests {
    @Test(arguments: [
        "=1+1", "+1", "-a", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n=1", "\r\n=1", "'", "'a", "''=1",
        "=\u{338}",  // one Character
        "-", "--1", "-1.", "-.5", "-1.2.3", "-1e5", "-1,5", "- 1", "-1 ", "-\u{661}", "-1+1", "-1\r\n",
        " 'a", "\u{200B}'a", "\u{A0}'",
    ])
    func
        `a field that a spreadsheet may treat as a formula gets an apostrophe, and so does one that has an apostrophe already`(
            field: String
        )
    {
        #expect(CSVField.safe(field).utf8.elementsEqual("'\(field)".utf8))
        #expect(CSVField.original(CSVField.safe(field)).utf8.elementsEqual(field.utf8))
    }

    @Test(arguments: ["", "a", "0", "-1", "-12.50", "3.14", "a=1", " =1", "1+1", "\"=1\"", "ʼa", "\u{338}="])
    func `any other field stays unchanged`(field: String) {
        #expect(CSVField.safe(field).utf8.elementsEqual(field.utf8))
        #expect(CSVField.original(field).utf8.elementsEqual(field.utf8))
    }

    @Test(arguments: [("''", "'"), ("'\u{301}a", "\u{301}a")])
    func `one apostrophe is removed, whatever follows it`(field: String, original: String) {
        #expect(CSVField.original(field).utf8.elementsEqual(original.utf8))
    }
}
