internal import Atrium

/// A piece of HTML. Text becomes a part of it only by being escaped, so no text of a person can become an element.
///
/// It is a buffer of UTF-8. The functions `element` and `void` make a piece of other pieces. Where a page has thousands of elements,
/// they are written into one buffer by ``open(_:_:)`` and ``close(_:)``.
public struct HTML: Sendable {
    private(set) var bytes: [UInt8]

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A text that nobody translates, escaped.
    init(verbatim text: String) {
        bytes = []
        append(verbatim: text)
    }

    /// A text in a language, escaped.
    init(_ words: Words, in language: Language) { self.init(verbatim: language.text(words)) }

    /// The beginning of a page. The space is for the rest of the page.
    static func page(reserving count: Int) -> HTML {
        var html = HTML(reserving: count)
        html.append(literal: "<!DOCTYPE html>")
        return html
    }

    /// HTML that is known to be safe, such as a drawing of a module.
    static func trusted(_ html: String) -> HTML { HTML(bytes: Array(html.utf8)) }

    static var empty: HTML { HTML(bytes: []) }

    /// Pieces one after another.
    static func join(_ pieces: [HTML]) -> HTML {
        var html = HTML(reserving: pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { html.append(piece) }
        return html
    }

    /// An empty piece with space for a number of bytes.
    init(reserving count: Int) {
        bytes = []
        bytes.reserveCapacity(count)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// The HTML as a text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: - Writing

    mutating func append(_ piece: HTML) { bytes += piece.bytes }

    /// Adds a text in a language, escaped.
    mutating func append(text words: Words, in language: Language) { append(verbatim: language.text(words)) }

    /// Adds a text that nobody translates, escaped.
    mutating func append(verbatim text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                // All bytes that are escaped are in this range, and most of a text's are not.
                guard utf8[index] <= UInt8(ascii: ">"), let entity = Self.entity(for: utf8[index]) else { continue }
                bytes += UnsafeBufferPointer(rebasing: utf8[start..<index])
                append(literal: entity)
                start = index + 1
            }
            bytes += UnsafeBufferPointer(rebasing: utf8[start...])
        }
    }

    /// Adds the start of an element. Names are literals, and the values of attributes are escaped.
    mutating func open(_ name: StaticString, _ attributes: Attributes) {
        append(literal: "<")
        append(literal: name)
        for (name, value) in attributes { if let value { append(name, value) } }
        append(literal: ">")
    }

    /// Adds the start of an element without attributes.
    mutating func open(_ name: StaticString) {
        append(literal: "<")
        append(literal: name)
        append(literal: ">")
    }

    /// Adds the start of an element with one attribute.
    mutating func open(_ name: StaticString, _ attribute: StaticString, _ value: String) {
        append(literal: "<")
        append(literal: name)
        append(attribute, value)
        append(literal: ">")
    }

    private mutating func append(_ attribute: StaticString, _ value: String) {
        append(literal: " ")
        append(literal: attribute)
        append(literal: "=\"")
        append(verbatim: value)
        append(literal: "\"")
    }

    /// Adds the end of an element.
    mutating func close(_ name: StaticString) {
        append(literal: "</")
        append(literal: name)
        append(literal: ">")
    }

    private mutating func append(literal: StaticString) { literal.withUTF8Buffer { bytes += $0 } }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // HTML allows no NUL, and browsers replace it.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}

/// An attribute of an element; `nil` leaves it out.
typealias Attributes = KeyValuePairs<StaticString, String?>

/// An element with its content. Names are literals, and the values of attributes are escaped.
func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: HTML...) -> HTML {
    element(name, attributes, content)
}

func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]) -> HTML {
    var html = HTML(reserving: content.reduce(64) { $0 + $1.bytes.count })
    html.open(name, attributes)
    for piece in content { html.append(piece) }
    html.close(name)
    return html
}

/// An element with a text that nobody translates, such as a name.
func element(_ name: StaticString, _ attributes: Attributes = [:], verbatim text: String) -> HTML {
    var html = HTML(reserving: text.utf8.count + 64)
    html.open(name, attributes)
    html.append(verbatim: text)
    html.close(name)
    return html
}

/// An element with a text in a language.
func element(
    _ name: StaticString, _ attributes: Attributes = [:], text words: Words, in language: Language
) -> HTML { element(name, attributes, verbatim: language.text(words)) }

/// An element without content, such as `input`.
func void(_ name: StaticString, _ attributes: Attributes = [:]) -> HTML {
    var html = HTML(reserving: 64)
    html.open(name, attributes)
    return html
}

/// A field of a form that people do not see.
func hidden(_ name: String, _ value: String) -> HTML {
    void("input", ["type": "hidden", "name": name, "value": value])
}
