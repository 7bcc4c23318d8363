/// A piece of HTML. Text becomes a piece only by being escaped, so no text of a person can become an element.
public struct HTML: Sendable {
    private(set) var text: String

    /// A text, escaped.
    public init(_ text: String) {
        // Most texts of a page have nothing to escape, and a page has thousands of them.
        guard text.utf8.contains(where: Self.isSpecial) else {
            self.text = text
            return
        }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            // HTML allows no NUL, and browsers replace it.
            case 0: escaped += "\u{FFFD}".utf8
            default: escaped.append(byte)
            }
        }
        self.text = String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }

    private init(trusted text: String) { self.text = text }

    /// HTML that is known to be safe, such as a drawing of a module.
    static func trusted(_ html: String) -> HTML { HTML(trusted: html) }

    static let empty = HTML(trusted: "")

    /// Pieces one after another.
    static func join(_ pieces: [HTML]) -> HTML {
        var text = ""
        text.reserveCapacity(pieces.reduce(0) { $0 + $1.text.utf8.count })
        for piece in pieces { text += piece.text }
        return HTML(trusted: text)
    }

    var isEmpty: Bool { text.isEmpty }
}

/// An attribute of an element; `nil` leaves it out.
typealias Attributes = KeyValuePairs<StaticString, String?>

/// An element with its content. Names are literals, and the values of attributes are escaped.
func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: HTML...) -> HTML {
    element(name, attributes, content)
}

func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]) -> HTML {
    var text = ""
    text.reserveCapacity(content.reduce(64) { $0 + $1.text.utf8.count })
    open(name, attributes, &text)
    for piece in content { text += piece.text }
    text += "</"
    text += name.description
    text += ">"
    return .trusted(text)
}

/// An element with a text as its content.
func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) -> HTML {
    element(name, attributes, [HTML(text)])
}

/// An element without content, such as `input`.
func void(_ name: StaticString, _ attributes: Attributes = [:]) -> HTML {
    var text = ""
    open(name, attributes, &text)
    return .trusted(text)
}

private func open(_ name: StaticString, _ attributes: Attributes, _ text: inout String) {
    text += "<"
    text += name.description
    for (name, value) in attributes {
        guard let value else { continue }
        text += " "
        text += name.description
        text += "=\""
        text += HTML(value).text
        text += "\""
    }
    text += ">"
}
