import Foundation
import Testing

struct RendererTests {
    @Test func `no renderer names the module`() throws {
        var files = 0
        let package = URL(filePath: #filePath).appending(path: "../../..").standardized
        for folder in ["Sources", "../../Sources/AtriumSurfaces", "../../Sources/AtriumTerminal"] {
            let root = package.appending(path: folder)
            for case let file as URL in try #require(
                FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
            where file.pathExtension == "swift" {
                files += 1
                #expect(try !String(contentsOf: file, encoding: .utf8).lowercased().contains("coach"), "\(file.path)")
            }
        }
        #expect(files > 60)
    }
}
