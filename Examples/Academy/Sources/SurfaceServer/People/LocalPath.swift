import AtriumSurfaces

/// A path on this server, to which a browser may be sent. A text that leads elsewhere is not one.
struct LocalPath: Sendable, CustomStringConvertible {
    let description: String

    static let start = LocalPath(description: "/")

    private init(description: String) { self.description = description }

    /// Browsers read `//host` and `/\host` as the address of another server, and leave out tabs and line breaks.
    init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard text.hasPrefix("/"), !text.hasPrefix("//"), isPlain, text.utf8.count <= 2_000 else { return nil }
        description = text
    }
}

extension LocalPath {
    /// The page on which people sign in before they see `path`.
    static func signIn(then path: String) -> String {
        guard let path = LocalPath(path) else { return "/sign-in" }
        return "/sign-in?\(FormInput(["to": [path.description]]).query)"
    }
}
