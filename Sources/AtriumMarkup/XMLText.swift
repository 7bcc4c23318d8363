/// Writes text in XML and HTML.
public enum XMLText {
    /// A name as content of an element, with a direction of its own. The words around it stay in their places for any direction
    /// of the name.
    public static func isolated(_ name: String) -> String { "<bdi>\(escaped(name))</bdi>" }

    /// `text` as the content of an element or of an attribute in double quotes. Characters that XML 1.0 does not allow are
    /// replaced by U+FFFD.
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(scalar)
            default: escaped += "\u{FFFD}"
            }
        }
        return escaped
    }
}
