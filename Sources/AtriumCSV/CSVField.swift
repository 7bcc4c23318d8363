/// Prevents spreadsheets from running a field as a formula, and removes this protection again.
///
/// It protects the cells of a file whose fields are separated by commas. A spreadsheet that is told to separate at another
/// character, such as a semicolon, finds other cells.
///
/// Source: OWASP, "CSV Injection", <https://owasp.org/www-community/attacks/CSV_Injection>.
public enum CSVField {
    /// The field, with an apostrophe before it if a spreadsheet could take it for a formula: if it begins with `=`, `+`, `-`,
    /// `@`, one of their full-width forms, a tab, CR or LF. A plain decimal number, `-?[0-9]+(\.[0-9]+)?`, stays unchanged.
    ///
    /// A field that begins with an apostrophe also gets another one before it. Otherwise ``original(_:)`` would remove its own
    /// apostrophe. The same applies if blanks come before the apostrophe, because readers remove these blanks.
    public static func safe(_ field: String) -> String {
        switch field.unicodeScalars.first {
        case "-" where isNumber(field.utf8.dropFirst()): field
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n": "'\(field)"
        default: field.unicodeScalars.first { !$0.isBlank } == "'" ? "'\(field)" : field
        }
    }

    /// The field that ``safe(_:)`` was given: the text without its first character if that is an apostrophe.
    public static func original(_ field: String) -> String {
        let scalars = field.unicodeScalars
        return scalars.first == "'" ? String(scalars.dropFirst()) : field
    }

    /// Whether the text is ASCII digits, or two groups of them with a point between.
    private static func isNumber(_ text: Substring.UTF8View) -> Bool {
        let groups = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return groups.count <= 2 && groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    }
}
