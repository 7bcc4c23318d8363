import Foundation

@testable import launch

/// A small data folder without a fault: three enrolments of two students in two courses. Tests add faults to it.
struct DatasetFixture {
    var files: [String: [UInt8]] = [
        "courses.csv": """
        code_module,code_presentation,module_presentation_length
        AAA,2013J,268
        BBB,2014B,240

        """,
        "studentInfo.csv": """
        code_module,code_presentation,id_student,region,final_result
        AAA,2013J,11,Wales,Pass
        AAA,2013J,12,Scotland,Withdrawn
        BBB,2014B,11,Wales,Fail

        """,
        "studentRegistration.csv": """
        code_module,code_presentation,id_student,date_registration,date_unregistration
        AAA,2013J,11,-20,
        AAA,2013J,12,,30
        BBB,2014B,11,5,

        """,
        "assessments.csv": """
        code_module,code_presentation,id_assessment
        AAA,2013J,1
        BBB,2014B,2

        """,
        "submissions.csv": """
        id_assessment,id_student,date_submitted,is_banked
        1,11,18,0
        1,12,-1,1
        2,11,40,0

        """,
    ].mapValues { Array($0.utf8) }

    /// Replaces a file's line, counted from 1.
    mutating func replace(line: Int, of file: String, by text: String) {
        var lines = files[file, default: []].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines[line - 1] = ArraySlice(text.utf8)
        files[file] = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Replaces every text of every file.
    mutating func replace(_ text: String, by other: String) {
        files = files.mapValues { Array(String(decoding: $0, as: UTF8.self).replacing(text, with: other).utf8) }
    }

    /// Writes the files into a folder that exists while `body` runs.
    func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dataset-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        return try body(folder.path())
    }

    func read() throws -> Dataset { try withFolder(readDataset) }

    /// The sentence of the fault with which reading fails, or nil if it succeeds.
    func fault() throws -> String? {
        do {
            _ = try read()
            return nil
        } catch let fault as DatasetFault {
            return fault.description
        }
    }
}

/// Reads a folder with a hash that is good enough for tests: the count of bytes and their weighted sum.
func readDataset(_ folder: String) throws(DatasetFault) -> Dataset {
    try Dataset.read(folder) { bytes in
        "\(bytes.count).\(bytes.enumerated().reduce(0) { $0 &+ ($1.offset + 1) &* Int($1.element) })"
    }
}
