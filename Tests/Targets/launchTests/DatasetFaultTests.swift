import Testing

@testable import launch

/// Faults inside a file, each in one sentence with file, line and column.
@Suite struct DatasetFaultTests {
    @Test(arguments: [
        SpoiltLine("courses.csv", 1, "code_module,code_presentation,length")
            .withMessage("column 4: the header has no column 'module_presentation_length'; add it"),
        SpoiltLine("studentInfo.csv", 1, "code_module,code_presentation,id_student,region,region")
            .withMessage("column 5: the header has 'region' in column 4 already; keep one"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11")
            .withMessage(
                "column 4 (region): the row has 3 fields, but the header has 5 columns; give the row one field for each column"
            ),
        SpoiltLine("studentInfo.csv", 3, "")
            .withMessage(
                "column 2 (code_presentation): the row has 1 field, but the header has 5 columns; give the row one field for each column"
            ),
        SpoiltLine("courses.csv", 3, "BBB,2014B,240,1")
            .withMessage(
                "column 4: the row has 4 fields, but the header has 3 columns; give the row one field for each column"),
        SpoiltLine("assessments.csv", 2, "AAA,2013J,\"1")
            .withMessage("column 3 (id_assessment): the quote opened here is never closed; close it, or take it out"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11,\"Wales\" and more,Pass")
            .withMessage("column 4 (region): text follows the closing quote; end the field there, or double the quote"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11,the \"Wales\",Pass")
            .withMessage(
                """
                column 4 (region): a quote is in a field that is not quoted; \
                quote the field and double its quotes
                """
            ),
        SpoiltLine("assessments.csv", 3, "BBB,2014B,2\rBBB,2014B,3")
            .withMessage(
                """
                column 3 (id_assessment): a carriage return comes without a line feed; \
                end lines with LF or CR LF
                """
            ),
    ])
    func `a fault in the form of a table is reported with file, line and column`(spoilt: SpoiltLine) throws {
        try spoilt.expectFault()
    }

    @Test(arguments: [
        SpoiltLine("courses.csv", 2, "AAA,2013J,26.8")
            .withMessage("column 3 (module_presentation_length): '26.8' is not an integer; write it in digits"),
        SpoiltLine("courses.csv", 2, " ,2013J,268")
            .withMessage("column 1 (code_module): ' ' is blank; give it a value"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,,Wales,Pass")
            .withMessage("column 3 (id_student): '' is not an integer; write it in digits"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,-11,Wales,Pass")
            .withMessage("column 3 (id_student): '-11' is not an id; write an integer of 0 or more"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,9223372036854775808,Wales,Pass")
            .withMessage("column 3 (id_student): '9223372036854775808' is not an integer; write it in digits"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11,,Pass")
            .withMessage("column 4 (region): '' is blank; give it a value"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11,Wa\u{1B}les,Pass")
            .withMessage("column 4 (region): 'Wa\\u{1B}les' has a control or direction character; take it out"),
        SpoiltLine("studentInfo.csv", 2, "AAA,2013J,11,Wales,Passed")
            .withMessage(
                "column 5 (final_result): 'Passed' is not known; write one of Pass, Distinction, Fail, Withdrawn"),
        SpoiltLine("studentRegistration.csv", 2, "AAA,2013J,11,--20,")
            .withMessage("column 4 (date_registration): '--20' is not an integer; write it in digits"),
        SpoiltLine("studentRegistration.csv", 3, "AAA,2013J,12,,soon")
            .withMessage("column 5 (date_unregistration): 'soon' is not an integer; write it in digits"),
        SpoiltLine("submissions.csv", 2, "1,11,,0")
            .withMessage("column 3 (date_submitted): '' is not an integer; write it in digits"),
        SpoiltLine("submissions.csv", 3, "1,12,-1,2")
            .withMessage("column 4 (is_banked): '2' is not known; write one of 0, 1"),
    ])
    func `a cell that its column does not allow is quoted with file, line and column`(spoilt: SpoiltLine) throws {
        try spoilt.expectFault()
    }

    @Test func `quoted line breaks count as lines`() throws {
        var fixture = DatasetFixture()
        fixture.replace(line: 1, of: "courses.csv", by: "note,code_module,code_presentation,module_presentation_length")
        fixture.replace(line: 2, of: "courses.csv", by: "\"a\r\nb\",AAA,2013J,268\r")
        fixture.replace(line: 4, of: "courses.csv", by: "\"c\nd\",BBB,2014B,x")
        let sentence = """
            courses.csv, line 5, column 4 (module_presentation_length): 'x' is not an integer; write it in digits
            """
        #expect(try fixture.fault() == sentence)
    }

    @Test func `bytes that are not UTF-8 are reported, even in a column that nobody reads`() throws {
        var fixture = DatasetFixture()
        fixture.replace(line: 1, of: "assessments.csv", by: "code_module,code_presentation,id_assessment,note")
        fixture.files["assessments.csv"]?.replace(Array("J,1".utf8), with: Array("J,1,".utf8) + [0xE9])
        let sentence = "assessments.csv, line 2, column 4 (note): the field is not UTF-8; save the file as UTF-8"
        #expect(try fixture.fault() == sentence)
    }

    @Test func `an empty file is refused`() throws {
        var fixture = DatasetFixture()
        fixture.files["assessments.csv"] = []
        let sentence = "assessments.csv, line 1, column 1: the file is empty; name its columns here"
        #expect(try fixture.fault() == sentence)
    }

    @Test func `a long cell is cut at 40 characters, and characters that disturb a terminal are escaped`() throws {
        let umlauts = String(repeating: "ü", count: 50)
        try SpoiltLine("studentInfo.csv", 2, "AAA,2013J,\"\u{1B}[2J\n\u{202E}\(umlauts)\",Wales,Pass")
            .withMessage(
                """
                column 3 (id_student): '\\u{1B}[2J\\u{A}\\u{202E}\(umlauts.prefix(34))…' is not an integer; \
                write it in digits
                """
            )
            .expectFault()
    }
}
