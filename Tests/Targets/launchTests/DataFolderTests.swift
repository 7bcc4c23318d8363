import Foundation
import Testing

@testable import launch

/// Faults of the folder, or of a file as a whole.
@Suite struct DataFolderTests {
    @Test(arguments: ["courses.csv", "studentInfo.csv", "studentRegistration.csv", "assessments.csv"])
    func `the error for a missing file names the file`(file: String) throws {
        var fixture = DatasetFixture()
        fixture.files[file] = nil
        try fixture.withFolder { folder in
            let fault = DatasetFault(file, "it is not in the data folder '\(folder)'; add it there")
            #expect(throws: fault) { try readDataset(folder) }
        }
    }

    @Test func `the error for missing submissions names both possible files`() throws {
        var fixture = DatasetFixture()
        fixture.files["submissions.csv"] = nil
        try fixture.withFolder { folder in
            let problem = "neither it nor studentAssessment.csv is in the data folder '\(folder)'; add it there"
            #expect(throws: DatasetFault("submissions.csv", problem)) { try readDataset(folder) }
        }
    }

    @Test func `a file that cannot be read causes a different error from a missing one`() throws {
        var fixture = DatasetFixture()
        fixture.files["courses.csv"] = nil
        try fixture.withFolder { folder in
            let inItsPlace = URL(filePath: folder).appending(path: "courses.csv")
            try FileManager.default.createDirectory(at: inItsPlace, withIntermediateDirectories: false)
            let problem = "reading it in the data folder '\(folder)' failed (Is a directory); make it readable"
            #expect(throws: DatasetFault("courses.csv", problem)) { try readDataset(folder) }
        }
    }

    @Test func `the error for a missing folder, or for a file in its place, names it`() throws {
        let missing = DatasetFault("data folder '/nowhere'", "there is none; name one that has courses.csv")
        #expect(throws: missing) { try readDataset("/nowhere") }
        let file = DatasetFault("data folder '/dev/null'", "it is a file; name the folder that has courses.csv")
        #expect(throws: file) { try readDataset("/dev/null") }
    }
}
