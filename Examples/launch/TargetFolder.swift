import Foundation

/// The folder into which a launch writes. It is marked with the digest of the data from which it was made.
struct TargetFolder {
    private let path: String
    private var mark: String { "\(path)/data.sha256" }
    /// The file that becomes the mark. A launch that is killed before the file is renamed leaves only this file.
    private static let draft = "data.sha256.draft"

    init(_ path: String) { self.path = path }

    /// Makes the folder and its mark, or checks that the folder was made from the same data.
    func prepare(for digest: String) throws(TargetFault) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .cannotCreate(path, "a file with this name exists") }
            if let known = try? String(contentsOfFile: mark, encoding: .utf8) {
                guard known == "\(digest)\n" else { throw .otherData(path) }
                return
            }
            guard let names = try? manager.contentsOfDirectory(atPath: path) else {
                throw .cannotCreate(path, "it cannot be read")
            }
            guard names.allSatisfy({ $0 == Self.draft }) else {
                throw .cannotCreate(path, "it is not empty and was not made by launch")
            }
        }
        do {
            try manager.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let draft = URL(filePath: path).appending(path: Self.draft)
            try Data("\(digest)\n".utf8).write(to: draft)
            try manager.moveItem(at: draft, to: URL(filePath: mark))
        } catch {
            throw .cannotCreate(path, "the system reported an error (\(error.localizedDescription))")
        }
    }
}

enum TargetFault: Error, CustomStringConvertible {
    case otherData(String)
    case cannotCreate(String, String)

    var description: String {
        switch self {
        case .otherData(let path): "\(path) was made from other data; choose another folder with --into"
        case .cannotCreate(let path, let reason): "cannot create \(path): \(reason); choose another folder with --into"
        }
    }

    var exitCode: Int32 {
        switch self {
        case .otherData: 65
        case .cannotCreate: 73
        }
    }
}
