/// Lines whose cells form columns, for a terminal with letters of one width.
public enum TextColumns {
    /// Pads each cell to the width of its column. Cells of numeric columns are aligned at their end. With a `width`, a text in
    /// the last column goes on in further lines, if at least 20 letters fit beside the other columns.
    ///
    /// `paint` adds styles to a cell after it has its width: they take no room.
    public static func lines(
        _ rows: [[String]], isNumeric: [Bool], within width: Int? = nil,
        paint: (_ row: Int, _ column: Int, _ text: String) -> String = { _, _, text in text }
    ) -> [String] {
        let widths = isNumeric.indices.map { index in rows.map { self.width($0[index]) }.max() ?? 0 }
        let indent = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        let room = width.map { $0 - indent }
        return rows.enumerated().flatMap { index, row in
            var lines = [row]
            if let room, room >= 20, isNumeric.last == false, let text = row.last {
                lines = wrapped(text, to: room).enumerated().map { part, text in
                    (part == 0 ? row.dropLast() : row.dropLast().map { _ in "" }) + [text]
                }
            }
            return lines.map { line in
                let used = line.lastIndex { !$0.isEmpty } ?? -1
                return isNumeric.indices.prefix(used + 1).map { column in
                    let width = column < used || isNumeric[column] ? widths[column] : 0
                    return paint(index, column, padded(line[column], to: width, atStart: isNumeric[column]))
                }.joined(separator: "  ")
            }
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

    /// A paragraph in lines that fit. A word that is longer than a line keeps a line of its own.
    public static func wrapped(_ text: String, to width: Int?) -> [String] {
        guard let width, self.width(text) > width else { return [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, self.width(line) + 1 + self.width(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
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
    public static func safe(_ text: String) -> String {
        // What keeps a name's direction apart is not seen.
        let seen = text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }
        return String(String.UnicodeScalarView(seen.map { $0.isControl ? " " : $0 }))
    }
}

extension Unicode.Scalar {
    /// Whether a terminal may obey it instead of showing it.
    public var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}
