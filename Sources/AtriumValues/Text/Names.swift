/// What the names of organizations, teams and people have in common.
package enum Names {
    /// A line of 1 to 200 characters (see ``TextRule/isLine(_:upTo:)``) with a sign that stands by itself, of which something is
    /// left when it is folded: what consists of marks alone shows nothing, and could not be told apart.
    package static func isName(_ text: String) -> Bool {
        TextRule.isLine(text, upTo: 200) && text.unicodeScalars.contains(where: \.standsAlone)
            && !TextRule.folded(text).isEmpty
    }

    package static func check(_ name: String, of what: String) throws {
        guard isName(name) else { throw NameError(what: what) }
    }

    /// The form in which a part of a name is looked for, empty for a text of blanks; `nil` for what no name contains: a text of
    /// more than 2,000 bytes, or of marks alone.
    package static func searchKey(_ text: String) -> String? {
        guard text.utf8.count <= 2_000 else { return nil }
        let key = TextRule.folded(text)
        return key.isEmpty && !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : key
    }
}

/// A name that is no line of 1 to 200 characters.
public struct NameError: Error, Equatable, CustomStringConvertible {
    let what: String

    public var description: String {
        """
        the name of \(what) has 1 to 200 characters in one line, no control or direction character, and something that \
        shows; choose another
        """
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees it without a letter before it: no blank, no mark, no sign that formats others, no note without a head.
    fileprivate var standsAlone: Bool {
        if value < 0x80 { return value > 0x20 }
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return false
        // Arabic, Syriac and Kaithi signs that stand over a number are seen.
        case .format:
            return (0x600...0x605).contains(value)
                || [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(value)
        default: return value != 0x1D159
        }
    }
}
