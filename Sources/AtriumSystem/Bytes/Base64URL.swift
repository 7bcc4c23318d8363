internal import Foundation

/// Base64 with the alphabet for web addresses, `[A-Za-z0-9_-]`, and without padding (RFC 4648, section 5).
package enum Base64URL {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        let base64 = Data(bytes).base64EncodedString()
        return base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The bytes of a text; `nil` if it is not exactly the text that ``text(of:)`` makes of these bytes.
    package static func bytes(of text: String) -> [UInt8]? {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding) else { return nil }
        return self.text(of: data) == text ? Array(data) : nil
    }
}
