import Foundation

/// The five files of a data folder. Each is read once, so that the same bytes are hashed and checked.
struct DataFolder {
    /// One file: its bytes, and the name under which it was found. Faults give this name.
    struct File {
        let name: String
        let bytes: [UInt8]
    }

    let courses: File
    let studentInfo: File
    let studentRegistration: File
    let assessments: File
    let submissions: File

    /// Reads the files. Throws if one is missing or cannot be read. If there is no `submissions.csv`, the name under which the
    /// Open University publishes it is tried.
    init(_ path: String) throws(DatasetFault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw DatasetFault("data folder '\(escaped(path))'", "there is none; name one that has courses.csv")
        }
        guard isFolder.boolValue else {
            throw DatasetFault("data folder '\(escaped(path))'", "it is a file; name the folder that has courses.csv")
        }
        courses = try File("courses.csv", in: path)
        studentInfo = try File("studentInfo.csv", in: path)
        studentRegistration = try File("studentRegistration.csv", in: path)
        assessments = try File("assessments.csv", in: path)
        submissions = try File("submissions.csv", in: path, published: "studentAssessment.csv")
    }

    /// Identifies the content of the five files: the hash of a list of their hashes. The list has a fixed name for each file,
    /// which does not depend on the name under which it was found.
    func digest(hash: ([UInt8]) -> String) -> String {
        let files = [
            ("courses.csv", courses),
            ("studentInfo.csv", studentInfo),
            ("studentRegistration.csv", studentRegistration),
            ("assessments.csv", assessments),
            ("submissions.csv", submissions),
        ]
        let list = files.map { name, file in "\(name) \(hash(file.bytes))\n" }.joined()
        return hash(Array(list.utf8))
    }
}

extension DataFolder.File {
    fileprivate init(_ name: String, in folder: String, published: String? = nil) throws(DatasetFault) {
        let names = [name] + (published.map { [$0] } ?? [])
        let found = names.first { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
        guard let found else {
            let missing = published.map { "neither it nor \($0) is" } ?? "it is not"
            throw DatasetFault(name, "\(missing) in the data folder '\(escaped(folder))'; add it there")
        }
        do {
            bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(found)")))
        } catch {
            let cause = (error as? CocoaError)?.underlying ?? error
            let reason = (cause as NSError).localizedFailureReason ?? cause.localizedDescription
            let failure = "reading it in the data folder '\(escaped(folder))' failed"
            throw DatasetFault(found, "\(failure) (\(escaped(reason))); make it readable")
        }
        self.name = found
    }
}
