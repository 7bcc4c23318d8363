/// One line of iCalendar (RFC 5545, 3.1): a name, maybe with parameters, and a value.
struct ContentLine {
    private let text: String

    /// A value that is no text: taken as it is.
    init(_ name: String, _ value: String) { text = "\(name):\(value)" }

    /// A value of type TEXT (3.3.11), escaped. Line breaks of any kind become line feeds; other control characters are
    /// left out, as no form of them is allowed.
    init(_ name: String, text value: String) {
        var (escaped, previous) = (String.UnicodeScalarView(), Unicode.Scalar(0))
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\t": escaped.append(scalar)
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                escaped.append(contentsOf: ["\\", "n"])
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.append(scalar)
            }
            previous = scalar
        }
        self.init(name, String(escaped))
    }

    /// The line with its CRLF, folded into pieces of 75 octets at most, never inside a character of UTF-8: each further
    /// piece begins with a space, which counts.
    var folded: String {
        var (folded, octets) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                folded.append(contentsOf: "\r\n ".unicodeScalars)
                octets = 1
            }
            folded.append(scalar)
            octets += width
        }
        folded.append(contentsOf: "\r\n".unicodeScalars)
        return String(folded)
    }
}
