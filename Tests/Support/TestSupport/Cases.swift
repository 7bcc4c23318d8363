internal import Foundation

/// Files in the forms that other systems write. `Cases/README.md` says what each one shows.
public enum Cases {
    public static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Cases/\(name)")))
    }

    public static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}
