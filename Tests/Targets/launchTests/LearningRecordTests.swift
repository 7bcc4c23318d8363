import Foundation
import Testing

@testable import launch

@Suite struct LearningRecordTests {
    private func lines(_ fixture: DatasetFixture) async throws -> [String] {
        var bytes: [UInt8] = []
        for try await piece in try fixture.read().record { bytes += piece }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test func `the record says who was enrolled and when, what was submitted, and how it ended`() async throws {
        #expect(
            try await lines(DatasetFixture()) == [
                "id,email,course,event,date",
                "registration:AAA-2013J:11,student-11@ou.example,AAA-2013J,enrolled,2013-09-11",
                "registration:AAA-2013J:12,student-12@ou.example,AAA-2013J,enrolled,2013-10-01",
                "registration:BBB-2014B:11,student-11@ou.example,BBB-2014B,enrolled,2014-02-06",
                "submission:1:11,student-11@ou.example,AAA-2013J,activity,2013-10-19",
                "submission:2:11,student-11@ou.example,BBB-2014B,activity,2014-03-13",
                "result:AAA-2013J:11,student-11@ou.example,AAA-2013J,completed,2014-06-26",
                "result:AAA-2013J:12,student-12@ou.example,AAA-2013J,withdrawn,2013-10-31",
                "result:BBB-2014B:11,student-11@ou.example,BBB-2014B,failed,2014-09-29",
            ])
    }

    @Test func `a banked submission is left out and counted`() async throws {
        #expect(try DatasetFixture().read().bankedCount == 1)
    }

    @Test func `a withdrawal without a date is on day 0, and a date with another result is ignored`() async throws {
        var fixture = DatasetFixture()
        fixture.replace(line: 3, of: "studentRegistration.csv", by: "AAA,2013J,12,,")
        fixture.replace(line: 4, of: "studentRegistration.csv", by: "BBB,2014B,11,5,20")
        let lines = try await lines(fixture)
        #expect(lines.contains("result:AAA-2013J:12,student-12@ou.example,AAA-2013J,withdrawn,2013-10-01"))
        #expect(lines.contains("result:BBB-2014B:11,student-11@ou.example,BBB-2014B,failed,2014-09-29"))
    }

    @Test(arguments: [
        ("courses.csv", 2, "AAA,2013X,268", "courses.csv, line 2, column 2 (code_presentation): '2013X' is not a year"),
        ("courses.csv", 2, "AAA,13J,268", "courses.csv, line 2, column 2 (code_presentation): '13J' is not a year"),
        ("courses.csv", 2, "AAA,9999J,268", "courses.csv, line 2, column 2 (code_presentation): '9999J' is not a year"),
        (
            "studentInfo.csv", 4, "BBB,2014B,13,WALES,Fail",
            "studentInfo.csv, line 4, column 4 (region): 'WALES' is written in two ways"
        ),
        ("courses.csv", 2, "Ä,2013J,268", "courses.csv, line 2, column 1 (code_module): 'Ä' is not a code"),
        (
            "courses.csv", 2, "AAA,2013J,99999999999",
            "courses.csv, line 2, column 3 (module_presentation_length): '99999999999' is not within"
        ),
        (
            "studentRegistration.csv", 2, "AAA,2013J,11,-36526,",
            "studentRegistration.csv, line 2, column 4 (date_registration): '-36526' is not within"
        ),
    ])
    func `a row without a valid date or id is a fault before anything is created`(
        _ file: String, _ line: Int, _ text: String, _ sentence: String
    ) throws {
        var fixture = DatasetFixture()
        fixture.replace(line: line, of: file, by: text)
        let fault = try #require(try fixture.fault())
        #expect(fault.hasPrefix(sentence), "\(fault)")
    }
}
