import Testing

@testable import launch

/// References between the files. Each has a target, and nothing appears twice.
@Suite struct DatasetReferenceTests {
    @Test(arguments: [
        SpoiltLine("studentInfo.csv", 3, "AAA,2014J,12,Scotland,Withdrawn")
            .withMessage(
                """
                column 2 (code_presentation): '2014J' makes AAA-2014J, which is not in courses.csv; \
                correct it or add the course there
                """
            ),
        SpoiltLine("studentRegistration.csv", 2, "CCC,2013J,11,-20,")
            .withMessage(
                """
                column 2 (code_presentation): '2013J' makes CCC-2013J, which is not in courses.csv; \
                correct it or add the course there
                """
            ),
        SpoiltLine("studentRegistration.csv", 4, "BBB,2014B,12,5,")
            .withMessage(
                """
                column 3 (id_student): '12' is not enrolled in BBB-2014B by studentInfo.csv; \
                correct it or add the row there
                """
            ),
        SpoiltLine("assessments.csv", 3, "BBB,2014J,2")
            .withMessage(
                """
                column 2 (code_presentation): '2014J' makes BBB-2014J, which is not in courses.csv; \
                correct it or add the course there
                """
            ),
        SpoiltLine("submissions.csv", 4, "3,11,40,0")
            .withMessage(
                "column 1 (id_assessment): '3' is not in assessments.csv; correct it or add the assessment there"),
        SpoiltLine("submissions.csv", 4, "2,99,40,0")
            .withMessage(
                """
                column 2 (id_student): '99' is not enrolled in BBB-2014B by studentInfo.csv; \
                correct it or add the row there
                """
            ),
        SpoiltLine("submissions.csv", 4, "2,12,40,0")  // a student, but of the other course
            .withMessage(
                """
                column 2 (id_student): '12' is not enrolled in BBB-2014B by studentInfo.csv; \
                correct it or add the row there
                """
            ),
    ])
    func `a reference without a target is quoted with file, line and column`(spoilt: SpoiltLine) throws {
        try spoilt.expectFault()
    }

    @Test func `an enrolment without a registration is reported at its line`() throws {
        var fixture = DatasetFixture()
        fixture.files["studentRegistration.csv"] = Array(
            "code_module,code_presentation,id_student,date_registration,date_unregistration\nAAA,2013J,11,-20,\n".utf8
        )
        let sentence = """
            studentInfo.csv, line 3, column 3 (id_student): '12' has no row for AAA-2013J in studentRegistration.csv; \
            add it there
            """
        #expect(try fixture.fault() == sentence)
    }

    @Test(arguments: [
        SpoiltLine("courses.csv", 3, "AAA,2013J,268")
            .withMessage(
                "column 2 (code_presentation): '2013J' makes AAA-2013J a course again, as on line 2; keep one row"),
        SpoiltLine("studentInfo.csv", 3, "AAA,2013J,11,Wales,Pass")
            .withMessage("column 3 (id_student): '11' is enrolled in AAA-2013J again, as on line 2; keep one row"),
        SpoiltLine("studentInfo.csv", 4, "BBB,2014B,11,Scotland,Fail")
            .withMessage(
                """
                column 4 (region): 'Scotland' is not 'Wales', where line 2 has student 11; \
                give a student one region
                """
            ),
        SpoiltLine("studentRegistration.csv", 3, "AAA,2013J,011,-20,")
            .withMessage("column 3 (id_student): '011' is registered for AAA-2013J again, as on line 2; keep one row"),
        SpoiltLine("assessments.csv", 3, "BBB,2014B,1")
            .withMessage("column 3 (id_assessment): '1' is an assessment again, as on line 2; keep one row"),
        SpoiltLine("submissions.csv", 4, "1,11,40,1")
            .withMessage("column 2 (id_student): '11' submitted assessment 1 already on line 2; keep one row"),
    ])
    func `a row that may appear only once is refused the second time`(spoilt: SpoiltLine) throws {
        try spoilt.expectFault()
    }
}
