import Foundation

/// Runs a body with a folder that is removed afterwards.
func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atrium-benchmarks-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

extension FileManager {
    /// The size of a file, or zero if there is none.
    func size(of path: String) -> Int {
        (try? attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}
