import Foundation
import Testing

@testable import AtriumScaffold

/// A package in a temporary folder, and a scaffold for it. It is removed after the test.
struct TemporaryPackage {
    let folder: URL
    let scaffold: Scaffold

    /// The repository: its example is the template.
    static let atrium = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// All files and folders, with the texts of the files.
    func contents() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try text(of: $0)) })
    }

    private func text(of path: String) throws -> String {
        let url = folder.appending(path: path)
        let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        return isFolder ? "" : try String(contentsOf: url, encoding: .utf8)
    }
}

/// A manifest whose list has one target before the marker.
let markedManifest = """
    let package = Package(
        targets: [
            .executableTarget(name: "App"),  // the program
            \(Manifest.marker)
        ])

    """

/// Runs a test with a package. `dependency` is what its manifest calls Atrium; `nil` makes a package like Atrium itself.
func withPackage(
    _ manifest: String? = markedManifest, dependency: String? = "atrium", files: [String: String] = [:],
    _ body: (TemporaryPackage) throws -> Void
) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = files
    files["Package.swift"] = manifest
    for (path, text) in files {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
    let scaffold = Scaffold(
        package: folder, atrium: TemporaryPackage.atrium, dependency: dependency,
        targets: ["App", "Atrium", "AtriumSeats"])
    try body(TemporaryPackage(folder: folder, scaffold: scaffold))
}
