/// Writes RFC 4180 records. A spreadsheet can open them safely, and no content is lost.
public enum CSVLine {
    /// One record with its line end, CR LF. ``CSVField/safe(_:)`` protects its fields, and they are quoted where necessary.
    /// ``CSVReader`` and ``CSVField/original(_:)`` give the same fields back. Without fields there is no record, and the text
    /// is empty.
    ///
    /// A field is quoted if it contains a comma, a quote, CR or LF. It is also quoted if it begins with U+FEFF, which readers
    /// take for a byte-order mark at the start of a text. The only field of a record is quoted if it is empty, because many
    /// readers skip blank lines.
    public static func text(_ fields: some Sequence<String>) -> String {
        let cells = fields.map { cell(CSVField.safe($0)) }
        if cells.isEmpty { return "" }
        return (cells.count == 1 && cells[0].isEmpty ? "\"\"" : cells.joined(separator: ",")) + "\r\n"
    }

    /// A record with the names of the columns. An apostrophe before the first name says that the cells of the file are
    /// protected. ``CSVTableReader`` then removes the protection.
    public static func header(_ names: [String]) -> String {
        let cells = names.enumerated().map { index, name in cell(index == 0 ? "'\(name)" : name) }
        return cells.joined(separator: ",") + "\r\n"
    }

    // Compares Unicode scalars, because a quote and an accent after it are one Character, and so are CR and LF.
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
