import Atrium
import AtriumLaunchKit

/// The launch kit: a folder for each language that the platform speaks.
struct KitFiles {
    let tenant: Tenant
    let administrator: Principal

    func write(into folder: String) async throws {
        let kit = try tenant[LaunchKit.self]
        for language in tenant.languages.tags {
            for file in try await kit.files(in: language, as: administrator) {
                try ReportFile.write(file.text, to: "\(folder)/\(language)/\(file.name)")
            }
        }
        if try await kit.downloadedOn(as: administrator) == nil { try await kit.noteDownload(as: administrator) }
    }
}
