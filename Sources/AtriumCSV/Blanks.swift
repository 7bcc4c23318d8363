extension Unicode.Scalar {
    /// Whether it shows nothing at the edge of a cell, a header or an address: white space of any language, a character
    /// without width, a mark that turns the direction of writing, or a filler.
    public var isBlank: Bool {
        switch value {
        case 0x21...0x7E: false
        // Soft hyphen, mark of Arabic, Hangul fillers, Mongolian separator, zero width and direction, isolates, braille, BOM.
        case 0xAD, 0x61C, 0x3164, 0xFFA0, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0x2800, 0xFEFF:
            true
        default: properties.isWhitespace
        }
    }
}

extension BidirectionalCollection<Unicode.Scalar> {
    /// What is left without the blanks at both ends, in one look at each of them: see `Unicode.Scalar.isBlank`.
    public var trimmed: SubSequence {
        guard let last = lastIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        return self[...last].drop { $0.isBlank }
    }
}

extension StringProtocol {
    /// The text without the blanks at both ends: see `Unicode.Scalar.isBlank`.
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

    /// All cells, as ``trimmed(_:)`` gives them.
    var texts: [String] { (0..<count).map(trimmed) }

    /// Whether no cell shows anything.
    var isBlank: Bool {
        (0..<count).allSatisfy { index in
            guard let first = self[index].first else { return true }
            return !(0x21...0x7E).contains(first) && trimmed(index).isEmpty
        }
    }
}
