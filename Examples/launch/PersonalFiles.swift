import Atrium
import AtriumPrivacy
import Foundation

/// What the organization holds of one person, as the person takes it away.
struct PersonalFiles {
    let tenant: Tenant
    let person: Principal

    /// Writes the files of an export, unless they are there: they show one moment. The page to read is the last, so that a run
    /// that was killed is finished by the next one.
    func write(into folder: String) async throws {
        guard let member = person.member, !FileManager.default.fileExists(atPath: "\(folder)/index.html") else {
            return
        }
        let export = try await tenant[Privacy.self].export(of: member, as: person)
        for file in try export.files.reversed() { try ReportFile.write(file.text, to: "\(folder)/\(file.name)") }
    }
}
