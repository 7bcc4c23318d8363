/// The rules for the names of organizations, teams and people.
package enum Names {
    /// Whether the text is a name: a line of 1 to 200 characters (see ``TextRule/isLine(_:upTo:)``) with a sign that is visible
    /// by itself. It must not be empty after folding: a text of marks alone shows nothing, and names of that kind could not be
    /// told apart.
    package static func isName(_ text: String) -> Bool {
        TextRule.isLine(text, upTo: 200) && text.unicodeScalars.contains(where: \.standsAlone)
            && !TextRule.folded(text).isEmpty
    }

    /// Throws ``NameError`` if the text is not a name. The error says whose name it is: `what`, for example "a team".
    package static func check(_ name: String, of what: Words) throws {
        guard isName(name) else { throw NameError(what: what) }
    }

    /// The form in which a part of a name is searched, empty for a text of blanks. It is `nil` for a text that no name
    /// contains: more than 2,000 bytes, or only marks.
    package static func searchKey(_ text: String) -> String? {
        guard text.utf8.count <= 2_000 else { return nil }
        let key = TextRule.folded(text)
        return key.isEmpty && !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : key
    }
}

/// A text was given as a name, but is not a line of 1 to 200 characters with something visible.
public struct NameError: ExplainedError, Equatable {
    let what: Words

    public var words: Words {
        """
        the name of \(what) has 1 to 200 characters in one line, no control or direction character, and something \
        visible; choose another
        """
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees it without a letter before it. Blanks, marks, signs that format others and the note without a head
    /// (U+1D159) are not visible by themselves.
    fileprivate var standsAlone: Bool {
        if value < 0x80 { return value > 0x20 }
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return false
        // Arabic, Syriac and Kaithi signs over a number are visible.
        case .format:
            return (0x600...0x605).contains(value)
                || [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(value)
        default: return value != 0x1D159
        }
    }
}
