import Atrium
import AtriumSurfaces

/// The checklist of the launch, as its administrator sees it.
struct Checklist {
    let areas: Areas

    func write(to path: String) async throws {
        let table = try await areas.session(for: areas.administrator).csv(of: LaunchTable())
        var bytes: [UInt8] = []
        for try await chunk in try table.open() { bytes += chunk }
        try ReportFile.write(String(decoding: bytes, as: UTF8.self), to: path)
    }
}
