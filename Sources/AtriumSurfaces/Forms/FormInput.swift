internal import Foundation

/// What came from outside, by the names of fields: texts and files. A field that is missing was not asked for. A field with an
/// empty text was asked for and left empty.
public struct FormInput: Sendable {
    /// The texts of each field, in their order.
    public var texts: [String: [String]]
    /// The file of each field that has one.
    public var files: [String: Upload]

    /// Makes an input from texts and files by the names of fields.
    public init(_ texts: [String: [String]] = [:], files: [String: Upload] = [:]) {
        (self.texts, self.files) = (texts, files)
    }

    /// Reads the texts of a URL's query or of a body of the type `application/x-www-form-urlencoded`. Throws if the text is
    /// not encoded in this way.
    ///
    /// Source: https://url.spec.whatwg.org/#urlencoded-parsing
    public init(query: String) throws(InvalidFields) {
        var texts: [String: [String]] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
                throw InvalidFields([:], isUnreadable: true)
            }
            texts[name, default: []].append(value)
        }
        self.init(texts)
    }

    /// The texts as a URL's query, sorted by the names of the fields.
    public var query: String {
        texts.sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { "\(Self.encoded(name))=\(Self.encoded($0))" } }.joined(
                separator: "&")
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }

    /// Percent encoding, except of letters, digits and `-._~`. Foundation's function is slow, and a page has hundreds of
    /// addresses.
    static func encoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy(isUnreserved) else { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// A file that came in. It can be read several times: a preview reads it, and the confirmation reads it again.
public struct Upload: Sendable {
    /// The name that the sender gave it. Do not use it as a path.
    public let name: String
    /// Opens it at its beginning: a sequence of chunks of bytes.
    public let open: @Sendable () throws -> AsyncThrowingStream<[UInt8], any Error>

    /// Makes an upload. `open` must give the same bytes each time.
    public init(name: String, open: @escaping @Sendable () throws -> AsyncThrowingStream<[UInt8], any Error>) {
        (self.name, self.open) = (name, open)
    }
}
