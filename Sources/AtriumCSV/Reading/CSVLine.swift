/// Writes records by RFC 4180 that are safe to open in a spreadsheet, and that lose nothing.
public enum CSVLine {
    /// One record with its line end, CR LF: its fields as ``CSVField/safe(_:)`` makes them, quoted where they must be.
    /// ``CSVReader`` and ``CSVField/original(_:)`` give the same fields back. Of no fields there is no record: the text is
    /// empty then.
    ///
    /// Quoted is a field that holds a comma, a quote, CR or LF; one that begins with U+FEFF, which readers take for a
    /// byte-order mark at the start of a text; and the only field of a record if it is empty, for many readers skip blank
    /// lines.
    public static func text(_ fields: some Sequence<String>) -> String {
        let cells = fields.map { cell(CSVField.safe($0)) }
        if cells.isEmpty { return "" }
        return (cells.count == 1 && cells[0].isEmpty ? "\"\"" : cells.joined(separator: ",")) + "\r\n"
    }

    /// The names of the columns as a record that says that the cells of its file are protected: in front of the first stands an
    /// apostrophe. ``CSVTableReader`` takes the protection off then.
    public static func header(_ names: [String]) -> String {
        let cells = names.enumerated().map { index, name in cell(index == 0 ? "'\(name)" : name) }
        return cells.joined(separator: ",") + "\r\n"
    }

    // By unicode scalars: a quote and an accent after it are a single Character, and so are CR and LF.
    private static func cell(_ field: String) -> String {
        let scalars = field.unicodeScalars
        guard scalars.first == "\u{FEFF}" || scalars.contains(where: needsQuotes) else { return field }
        var cell = "\"".unicodeScalars
        for scalar in scalars {
            if scalar == "\"" { cell.append(scalar) }
            cell.append(scalar)
        }
        cell.append("\"")
        return String(cell)
    }

    private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "\"", "\r", "\n": true
        default: false
        }
    }
}
