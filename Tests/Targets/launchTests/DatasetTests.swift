import Foundation
import Testing

@testable import launch

@Suite struct DatasetTests {
    @Test func `a folder without a fault gives regions by name, their students by id, and counts`() throws {
        let dataset = try DatasetFixture().read()
        #expect(dataset.regions.map(\.name) == ["Scotland", "Wales"])
        #expect(dataset.regions.map(\.students) == [[12], [11]])
        #expect(dataset.learnerCount == 2)
        #expect(dataset.courses.count == 2)
        #expect(dataset.enrolmentCount == 3)
        #expect(dataset.assessmentCount == 2)
        #expect(dataset.submissionCount == 3)
    }

    @Test func `the bundled data has 383 learners in 13 regions`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let dataset = try readDataset(root.appending(path: "Examples/launch/Data").path())
        #expect(dataset.learnerCount == 383)
        #expect(dataset.regions.map(\.students.count) == [51, 27, 11, 36, 15, 35, 31, 26, 44, 35, 12, 32, 28])
        #expect(dataset.regions.first?.name == "East Anglian Region")
        #expect(dataset.regions.last?.name == "Yorkshire Region")
        #expect(dataset.courses.count == 1)
        #expect(dataset.enrolmentCount == 383)
        #expect(dataset.assessmentCount == 6)
        #expect(dataset.submissionCount == 1_633)
    }

    @Test func `regions are sorted by the bytes of their names`() throws {
        var fixture = DatasetFixture()
        fixture.replace("Wales", by: "\u{FB01}nland")  // a ligature, which collation would put near F
        fixture.replace("Scotland", by: "🏴 Scotland")
        #expect(try fixture.read().regions.map(\.name) == ["\u{FB01}nland", "🏴 Scotland"])
    }

    @Test func `a byte-order mark, CR LF and quotes do not change the result`() throws {
        var fixture = DatasetFixture()
        fixture.replace("\n", by: "\r\n")
        fixture.replace("AAA", by: "\"AAA\"")
        fixture.files = fixture.files.mapValues { [0xEF, 0xBB, 0xBF] + $0 }
        #expect(try fixture.read().regions.map(\.students) == [[12], [11]])
    }

    @Test func `columns can be in any order, and extra ones are ignored`() throws {
        var fixture = DatasetFixture()
        fixture.files["assessments.csv"] = Array(
            "weight,id_assessment,code_presentation,code_module\n12.5,1,2013J,AAA\n,2,2014B,BBB".utf8
        )
        #expect(try fixture.read().assessmentCount == 2)
    }

    @Test func `submissions are found under their published name, with the additional column score`() throws {
        var fixture = DatasetFixture()
        fixture.files["studentAssessment.csv"] = Array(
            "id_assessment,id_student,date_submitted,is_banked,score\n1,11,18,0,78\n2,11,40,0,?\n".utf8
        )
        #expect(try fixture.read().submissionCount == 3)
        fixture.files["submissions.csv"] = nil
        #expect(try fixture.read().submissionCount == 2)
        fixture.files["studentAssessment.csv"]?.append(contentsOf: Array("1,12,x,0,50\n".utf8))
        let sentence = """
            studentAssessment.csv, line 4, column 3 (date_submitted): 'x' is not an integer; write it in digits
            """
        #expect(try fixture.fault() == sentence)
    }

    @Test(arguments: DatasetFixture().files.keys.sorted())
    func `the digest is different for different content`(file: String) throws {
        var fixture = DatasetFixture()
        let digest = try fixture.read().digest
        #expect(try fixture.read().digest == digest)
        fixture.files[file]?.removeLast()  // the last line feed: the same rows, in other bytes
        #expect(try fixture.read().digest != digest)
    }

    @Test func `the digest is the hash of the list of the files' hashes, whatever the name of the submissions file`()
        throws
    {
        var fixture = DatasetFixture()
        fixture.files["studentAssessment.csv"] = fixture.files.removeValue(forKey: "submissions.csv")
        let dataset = try fixture.withFolder { folder in
            try Dataset.read(folder) { bytes in "<\(String(decoding: bytes, as: UTF8.self))>" }
        }
        let text = DatasetFixture().files.mapValues { String(decoding: $0, as: UTF8.self) }
        let names = ["courses.csv", "studentInfo.csv", "studentRegistration.csv", "assessments.csv", "submissions.csv"]
        #expect(try dataset.digest == "<" + names.map { "\($0) <\(try #require(text[$0]))>\n" }.joined() + ">")
    }
}
