/// Reads a body of the type `multipart/form-data`, as its bytes arrive. Memory holds a header and a boundary.
///
/// Source: RFC 7578 for forms, RFC 2046, section 5.1.1 for boundaries, and
/// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data for what browsers send.
struct MultipartParser {
    enum Event: Equatable {
        /// A field begins. It has a file name if it is a file.
        case field(name: String, fileName: String?)
        /// A piece of the field's content.
        case content([UInt8])
        /// The field ends.
        case end
    }

    /// The body is not what it says.
    struct Malformed: Error {}

    private enum State { case preamble, afterBoundary, header, content, done }

    private static let lineBreak = Array("\r\n".utf8)
    private static let headerEnd = Array("\r\n\r\n".utf8)
    private static let longestHeader = 8_192

    private let delimiter: [UInt8]
    // The first boundary has no line break before it.
    private var buffer = lineBreak
    private var state = State.preamble

    /// `nil` if the text is no media type of such a body.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameters(of: contentType)["boundary"], (1...70).contains(boundary.utf8.count)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether the last boundary has arrived.
    var isComplete: Bool { state == .done }

    /// Reads the next bytes.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        if state == .done { return [] }
        buffer.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Reads one part of the buffer. Returns false if more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .preamble, .content:
            guard let range = position(of: delimiter) else {
                // A boundary may have begun at the end.
                let count = max(0, buffer.count - delimiter.count + 1)
                if state == .content, count > 0 { events.append(.content(Array(buffer[..<count]))) }
                buffer.removeFirst(count)
                return false
            }
            if state == .content {
                if range > 0 { events.append(.content(Array(buffer[..<range]))) }
                events.append(.end)
            }
            buffer.removeFirst(range + delimiter.count)
            state = .afterBoundary
            return true
        case .afterBoundary:
            guard buffer.count >= 2 else { return false }
            if buffer.starts(with: "--".utf8) {
                (state, buffer) = (.done, [])
                return false
            }
            guard buffer.starts(with: Self.lineBreak) else { throw Malformed() }
            // The line break stays, so that a header without lines ends like the others.
            state = .header
            return true
        case .header:
            guard let end = position(of: Self.headerEnd) else {
                if buffer.count > Self.longestHeader { throw Malformed() }
                return false
            }
            events.append(try Self.field(String(decoding: buffer[..<end], as: UTF8.self)))
            buffer.removeFirst(end + Self.headerEnd.count)
            state = .content
            return true
        case .done: return false
        }
    }

    private func position(of pattern: [UInt8]) -> Int? {
        var start = 0
        while let candidate = buffer[start...].firstIndex(of: pattern[0]) {
            if buffer.count - candidate < pattern.count { return nil }
            if buffer[candidate...].starts(with: pattern) { return candidate }
            start = candidate + 1
        }
        return nil
    }

    // MARK: - Headers

    private static func field(_ header: String) throws(Malformed) -> Event {
        for line in header.split(separator: "\r\n") {
            guard line.lowercased().hasPrefix("content-disposition:") else { continue }
            let parameters = parameters(of: String(line))
            guard let name = parameters["name"], !name.isEmpty else { throw Malformed() }
            return .field(name: unescaped(name), fileName: parameters["filename"].map(unescaped))
        }
        throw Malformed()
    }

    /// The parameters after the first semicolon: `; name="a"; filename="b.csv"`. A text in quotes may contain semicolons.
    private static func parameters(of header: String) -> [String: String] {
        var parts: [String] = [""]
        var isQuoted = false
        for character in header {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            let name = pair[0].trimmingPrefix(while: \.isWhitespace).lowercased()
            let value = pair[1].trimmingPrefix(while: \.isWhitespace)
            parameters[name] = value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return parameters
    }

    /// Browsers escape quotes and line breaks in names, and nothing else.
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
