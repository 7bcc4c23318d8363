/// Lines whose cells form columns, for a terminal with letters of one width.
enum TextColumns {
    /// Pads each cell to the width of its column. Cells of numeric columns are aligned at their end.
    static func lines(_ rows: [[String]], isNumeric: [Bool]) -> [String] {
        let widths = isNumeric.indices.map { index in rows.map { width($0[index]) }.max() ?? 0 }
        return rows.map { row in
            let cells = isNumeric.indices.map { padded(row[$0], to: widths[$0], atStart: isNumeric[$0]) }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }

    /// How many columns, from the first on, fit into a line. The first one always counts.
    static func count(of rows: [[String]], within width: Int?) -> Int {
        let all = rows.first?.count ?? 0
        guard let width else { return all }
        var (count, taken) = (0, 0)
        while count < all {
            taken += (count > 0 ? 2 : 0) + (rows.map { Self.width($0[count]) }.max() ?? 0)
            if taken > width, count > 0 { break }
            count += 1
        }
        return count
    }

    static func padded(_ text: String, to length: Int, atStart: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, length - width(text)))
        return atStart ? blanks + text : text + blanks
    }

    /// How many cells of a terminal a text takes: two for letters of East Asia and for emoji, none for marks.
    static func width(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            guard let scalar = character.unicodeScalars.first else { return sum }
            if scalar.properties.generalCategory == .nonspacingMark { return sum }
            return sum + (isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1)
        }
    }

    /// Unicode's East_Asian_Width W and F: https://www.unicode.org/reports/tr11/
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// A text in one line, without control characters: a name cannot move the cursor or change colours.
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: " "
                    default: scalar
                    }
                }))
    }
}
