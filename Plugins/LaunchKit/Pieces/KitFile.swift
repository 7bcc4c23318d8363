/// A file of the kit.
public struct KitFile: Sendable {
    /// The name, which is the same in every language: `poster-a3.svg`.
    public let name: String
    /// The media type, such as `image/svg+xml`.
    public let mediaType: String
    /// The content.
    public let text: String

    static func svg(_ name: String, _ text: String) -> KitFile {
        KitFile(name: "\(name).svg", mediaType: "image/svg+xml", text: text)
    }

    static func html(_ name: String, _ text: String) -> KitFile {
        KitFile(name: "\(name).html", mediaType: "text/html; charset=utf-8", text: text)
    }

    static func text(_ name: String, _ text: String) -> KitFile {
        KitFile(name: "\(name).txt", mediaType: "text/plain; charset=utf-8", text: text)
    }

    static func mail(_ name: String, _ text: String) -> KitFile {
        KitFile(name: "\(name).eml", mediaType: "message/rfc822", text: text)
    }
}
