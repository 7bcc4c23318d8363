extension Unicode.Scalar {
    /// Whether it shows nothing at the edge of a cell, a header or an address: white space of any language, characters that
    /// Unicode leaves out where they are not supported (characters without width, marks of direction, fillers), braille without
    /// dots, and the sign that ended the files of old systems (U+001A).
    ///
    /// By `TextRule.isLine`, some characters cannot make a name by themselves. They are blank, except for two kinds that belong
    /// to the sign before them: variation selectors, and the tags of a flag.
    public var isBlank: Bool {
        switch value {
        case 0x21...0x7E, 0xE0020...0xE007F: false
        case 0x1A, 0x2800: true
        default:
            properties.isWhitespace || properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        }
    }
}

extension BidirectionalCollection<Unicode.Scalar> {
    /// The scalars without the blanks at both ends (see `Unicode.Scalar.isBlank`), in one pass over these blanks.
    public var trimmed: SubSequence {
        guard let last = lastIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        return self[...last].drop { $0.isBlank }
    }
}

extension StringProtocol {
    /// The text without the blanks at both ends (see `Unicode.Scalar.isBlank`).
    public var withoutBlanks: String { String(String.UnicodeScalarView(unicodeScalars.trimmed)) }
}

extension CSVRecord {
    /// The cell's text without the blanks at both ends.
    func trimmed(_ index: Int) -> String {
        let bytes = self[index]
        let text = String(decoding: bytes, as: UTF8.self)
        // Most cells begin and end with a letter or digit of ASCII.
        let visible = UInt8(0x21)...0x7E
        guard let first = bytes.first, let last = bytes.last, !visible.contains(first) || !visible.contains(last) else {
            return text
        }
        return text.withoutBlanks
    }

    /// The text of each cell, as ``trimmed(_:)`` gives it.
    var texts: [String] { (0..<count).map(trimmed) }

    /// Whether all cells are blank.
    var isBlank: Bool {
        (0..<count).allSatisfy { index in
            guard let first = self[index].first else { return true }
            return !(0x21...0x7E).contains(first) && trimmed(index).isEmpty
        }
    }
}
