import Atrium
import AtriumLaunchKit

/// The launch kit: a folder for each language that the platform speaks.
struct KitFiles {
    let tenant: Tenant
    let administrator: Principal

    func write(into folder: String) async throws {
        for language in tenant.languages.tags {
            for file in try await tenant[LaunchKit.self].files(in: language, as: administrator) {
                try ReportFile.write(file.text, to: "\(folder)/\(language)/\(file.name)")
            }
        }
        try await tenant[LaunchKit.self].noteDownload(as: administrator)
    }
}
