public import AtriumValues

/// A text cut into lines, in the largest size that fits its box. SVG itself does not break lines.
///
/// The reader's font is unknown, so the widths are those that ``TextWidth`` estimates.
public struct FittedText: Sendable {
    /// The lines, without the spaces at which the text was cut.
    public let lines: [String]
    /// The size of the letters, in the unit of the box.
    public let size: Double
    /// The direction in which the text runs.
    public let direction: TextDirection

    /// The distance from line to line that suits all scripts, as a multiple of the size.
    public static let leading = 1.22

    /// Fits a text into a box.
    ///
    /// - Parameters:
    ///   - text: The text. A line may break at its spaces and around wide letters; a word that is wider than
    ///     the box at half of `largest` is broken between its letters.
    ///   - largest: The size of the letters if there is room.
    ///   - width: The width of the box, in any unit.
    ///   - height: The height of the box, in the same unit.
    ///   - leading: The distance from line to line, as a multiple of the size.
    public init(_ text: String, size largest: Double, width: Double, height: Double, leading: Double = leading) {
        let words = Self.words(of: text)
        direction = TextDirection(of: text)
        // A long word makes the letters smaller, to half the size at most. After that it is broken.
        let longest = words.map { TextWidth.ems($0.text) }.max() ?? 0
        var size = min(largest, max(largest / 2, width / max(longest, 0.01)))
        while true {
            let lines = Self.lines(of: words, ems: width / size)
            if Double(lines.count) * size * leading <= height * 1.001 || size < 2 {
                self.lines = Self.balanced(lines, words, ems: width / size)
                self.size = size
                return
            }
            size *= 0.96
        }
    }

    /// A part of a text that stays together in a line, and whether a space comes before it.
    struct Word {
        var text: String
        let followsSpace: Bool
    }

    /// Cuts a text where a line may break: at spaces and around wide letters, but not before closing marks. Invisible
    /// characters that change the direction are left out.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var (followsSpace, mayBreak) = (false, true)
        for character in String(text.unicodeScalars.filter { !isDirectionControl($0) }.map(Character.init)) {
            if character.isWhitespace {
                (followsSpace, mayBreak) = (true, true)
                continue
            }
            let isWide = character.unicodeScalars.first.map(TextWidth.isWide) ?? false
            if !words.isEmpty, !followsSpace, closing.contains(character) || !(mayBreak || isWide) {
                words[words.count - 1].text.append(character)
            } else {
                words.append(Word(text: String(character), followsSpace: followsSpace))
            }
            (followsSpace, mayBreak) = (false, isWide && !opening.contains(character))
        }
        return words
    }

    private static let closing = Set("、。，．：；？！）］｝」』】〉》〕ー々…")
    private static let opening = Set("（［｛「『【〈《〔")

    private static func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
        default: false
        }
    }

    /// Fills lines of a width. A word that is wider than a line is broken between its letters.
    private static func lines(of words: [Word], ems limit: Double) -> [String] {
        var lines: [String] = []
        var (line, width) = ("", 0.0)

        func endLine() {
            lines.append(line)
            (line, width) = ("", 0)
        }

        for word in words {
            let space = word.followsSpace && !line.isEmpty ? " " : ""
            let own = TextWidth.ems(word.text)
            if !line.isEmpty, width + TextWidth.ems(space) + own > limit { endLine() } else { line += space }
            width = TextWidth.ems(line)
            if width + own <= limit {
                line += word.text
                width += own
                continue
            }
            for character in word.text {
                let own = TextWidth.ems(character)
                if !line.isEmpty, width + own > limit { endLine() }
                line.append(character)
                width += own
            }
        }
        if !line.isEmpty { endLine() }
        return lines
    }

    /// The same words in at most as many lines, with widths as even as possible.
    private static func balanced(_ lines: [String], _ words: [Word], ems limit: Double) -> [String] {
        guard lines.count > 1 else { return lines }
        let total = lines.reduce(0) { $0 + TextWidth.ems($1) }
        var narrow = total / Double(lines.count)
        while narrow < limit {
            let even = Self.lines(of: words, ems: narrow)
            if even.count <= lines.count { return even }
            narrow += limit / 50
        }
        return lines
    }
}
