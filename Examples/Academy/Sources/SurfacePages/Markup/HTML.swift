/// A piece of HTML. Text becomes a piece only by being escaped, so no text of a person can become an element.
public struct HTML: Sendable {
    private(set) var text: String

    /// A text, escaped.
    public init(_ text: String) {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // HTML allows no NUL, and browsers replace it.
            case "\u{0}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        self.text = escaped
    }

    /// HTML that is known to be safe, such as a drawing of a module.
    static func trusted(_ html: String) -> HTML {
        var piece = HTML("")
        piece.text = html
        return piece
    }

    static let empty = HTML("")

    /// Pieces one after another.
    static func join(_ pieces: [HTML]) -> HTML { trusted(pieces.map(\.text).joined()) }

    var isEmpty: Bool { text.isEmpty }
}

/// An attribute of an element; `nil` leaves it out.
typealias Attributes = KeyValuePairs<StaticString, String?>

/// An element with its content. Names are literals, and the values of attributes are escaped.
func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: HTML...) -> HTML {
    element(name, attributes, content)
}

func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML]) -> HTML {
    .trusted("\(start(name, attributes))\(HTML.join(content).text)</\(name)>")
}

/// An element with a text as its content.
func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) -> HTML {
    element(name, attributes, HTML(text))
}

/// An element without content, such as `input`.
func void(_ name: StaticString, _ attributes: Attributes = [:]) -> HTML { .trusted(start(name, attributes)) }

private func start(_ name: StaticString, _ attributes: Attributes) -> String {
    var text = "<\(name)"
    for (name, value) in attributes {
        if let value { text += " \(name)=\"\(HTML(value).text)\"" }
    }
    return text + ">"
}
