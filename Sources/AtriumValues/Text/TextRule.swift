/// The rules for texts that people write: one rule for a line, and one for a text of several lines.
///
/// A check takes time in proportion to the bytes of the text. A text beyond its limit takes almost no time: bytes are counted
/// before Unicode scalars are read, and characters are counted last. A single character may have any number of bytes.
///
/// Neither a line nor a text can contain what readers do not see and programs fail on: noncharacters of Unicode, tags outside a
/// flag, and more than 30 combining marks in a row (Unicode's stream-safe format, UAX #15, section 13). Comparing and hashing
/// many marks takes time in proportion to the square of their number.
public enum TextRule {
    /// Whether the text is a line that can be shown: 1 to `limit` characters, at most ten times `limit` bytes, and at least one
    /// visible character.
    ///
    /// Line breaks (also U+2028 and U+2029), control characters and characters that turn the direction of writing (U+061C,
    /// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) are refused. Otherwise the text after the line, in a list or a
    /// header, would appear in another place or as another text. The letters of a line have directions of their own.
    public static func isLine(_ text: String, upTo limit: Int) -> Bool {
        guard text.utf8.count / 10 <= limit, text.utf8.count <= 10 * min(limit, .max / 10) else { return false }
        // Most texts are visible ASCII, which needs no lookup in Unicode's tables.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return text.utf8.count <= limit && text.utf8.contains { $0 != 0x20 }
        }
        var scan = TextScan()
        var isSeen = false
        for scalar in text.unicodeScalars {
            guard canStandInLine(scalar), scan.takes(scalar) else { return false }
            isSeen = isSeen || scalar.isSeen
        }
        return isSeen && scan.isWhole && text.count <= limit
    }

    /// Whether the text has up to `limit` characters and at most four times `limit` bytes. It may be empty, and may have any
    /// number of lines.
    ///
    /// Tabs and line breaks of any kind are the only control characters that it may have. Marks of direction (U+061C, U+200E,
    /// U+200F) are allowed, because Arabic and Hebrew need them. Embeddings and isolates (U+202A, U+202B, U+2066 to U+2068)
    /// must end in the line in which they begin, because an open one reverses what a page shows after it. Overrides (U+202D,
    /// U+202E) are refused: no language needs them, and they show readers another text than the stored one.
    public static func isText(_ text: String, upTo limit: Int) -> Bool {
        guard limit >= 0, text.utf8.count <= 4 * min(limit, .max / 4) else { return false }
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count <= limit }
        var scan = TextScan()
        for scalar in text.unicodeScalars {
            if scalar.isControl, !scalar.breaksLine, scalar != "\t" { return false }
            guard scan.takes(scalar), scan.nests(scalar) else { return false }
        }
        return scan.isWhole && text.count <= limit
    }

    /// Whether a scalar may be part of a line. Line breaks, control characters, characters that turn the direction and
    /// noncharacters may not.
    public static func canStandInLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x7F
            ? scalar.value >= 0x20
            : !scalar.breaksLine && !scalar.isControl && !scalar.turnsDirection
                && !scalar.properties.isNoncharacterCodePoint
    }

    /// Whether every isolate (U+2066 to U+2068) and every embedding ends in the line in which it begins, as ``isText(_:upTo:)``
    /// requires.
    public static func closesIsolates(_ text: String) -> Bool {
        var scan = TextScan()
        return text.unicodeScalars.allSatisfy { scan.nests($0) } && scan.isWhole
    }

    /// Whether the text contains an @ of any width. It may then be personal data, and errors do not repeat it.
    public static func mayHoldAddress(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "@" || $0 == "\u{FE6B}" || $0 == "\u{FF20}" }
    }

    /// Makes a line that can be shown from any text: removes everything that a line cannot contain, and cuts the rest to
    /// `limit` characters. The result may be empty.
    public static func line(of text: String, upTo limit: Int) -> String {
        let most = 10 * min(max(limit, 0), .max / 10)
        var (line, bytes, scan) = (String.UnicodeScalarView(), 0, TextScan())
        for scalar in text.unicodeScalars where canStandInLine(scalar) {
            guard !scalar.isTag, scan.takes(scalar) else { continue }
            bytes += UTF8.width(scalar)
            guard bytes <= most else { break }
            line.append(scalar)
        }
        return String(String(line).prefix(max(limit, 0)))
    }
}

/// The state of a scan over a text, scalar by scalar.
private struct TextScan {
    private var marks = 0
    private var openings: [UInt32] = []
    /// The number of tags so far in a flag, which must end with U+E007F; `nil` outside a flag.
    private var tags: Int?
    private var previous: UInt32 = 0

    /// Whether everything that must be closed is closed.
    var isWhole: Bool { openings.isEmpty && tags == nil }

    /// Whether the next scalar may be part of any text.
    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        defer { previous = scalar.value }
        if scalar.value < 0x300 {
            marks = 0
            return tags == nil
        }
        marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
        return marks <= 30 && !scalar.properties.isNoncharacterCodePoint && takesTag(scalar)
    }

    /// Whether tags are only in a flag. There they name its country, such as Scotland (UTS #51, ED-14a). Anywhere else they are
    /// invisible text.
    private mutating func takesTag(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isTag else { return tags == nil }
        guard scalar.value != 0xE007F else {
            defer { tags = nil }
            return tags ?? 0 >= 3
        }
        guard let count = tags ?? (previous == 0x1F3F4 ? 0 : nil), count < 6 else { return false }
        tags = count + 1
        return true
    }

    /// Whether embeddings and isolates are closed where they must be.
    mutating func nests(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A, 0x202B, 0x2066...0x2068: openings.append(scalar.value)
        case 0x202C: return openings.popLast().map { $0 <= 0x202B } ?? false
        case 0x2069: return openings.popLast().map { $0 >= 0x2066 } ?? false
        case 0x202D, 0x202E: return false
        default: return openings.isEmpty || !scalar.breaksLine
        }
        return true
    }
}

extension Unicode.Scalar {
    /// Whether a line ends at this scalar (UAX #14, mandatory breaks).
    fileprivate var breaksLine: Bool {
        switch value {
        case 0xA...0xD, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Category Cc.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// Unicode's property Bidi_Control.
    fileprivate var turnsDirection: Bool {
        switch value {
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var isTag: Bool { (0xE0000...0xE007F).contains(value) }

    /// Whether a reader sees it. Spaces, braille without dots, and characters that are left out where they are not supported
    /// (Unicode's Default_Ignorable_Code_Point) are not visible.
    fileprivate var isSeen: Bool {
        if value > 0x20, value < 0x7F { return true }
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && value != 0x2800
    }
}
