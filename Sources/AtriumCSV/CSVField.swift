/// Keeps spreadsheets from running a field as a formula, and takes the protection off again.
///
/// It protects the cells of a file whose fields are separated by commas. A spreadsheet that is told to separate at another
/// character, such as a semicolon, finds other cells.
///
/// Source: OWASP, "CSV Injection", <https://owasp.org/www-community/attacks/CSV_Injection>.
public enum CSVField {
    /// The field with an apostrophe before it if a spreadsheet could take it for a formula: if it begins with `=`, `+`,
    /// `-`, `@`, one of their full-width forms, a tab, CR or LF. So does one that begins with an apostrophe, maybe behind blanks,
    /// which readers take off: ``original(_:)`` would take off the apostrophe otherwise. A plain decimal number, `-?[0-9]+(\.[0-9]+)?`, stays as it is.
    public static func safe(_ field: String) -> String {
        switch field.unicodeScalars.first {
        case "-" where isNumber(field.utf8.dropFirst()): field
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n": "'\(field)"
        default: field.unicodeScalars.first { !$0.isBlank } == "'" ? "'\(field)" : field
        }
    }

    /// The field that ``safe(_:)`` was given: without the apostrophe with which it begins, if it begins with one.
    public static func original(_ field: String) -> String {
        let scalars = field.unicodeScalars
        return scalars.first == "'" ? String(scalars.dropFirst()) : field
    }

    /// True for ASCII digits, and for two groups of them with a point between.
    private static func isNumber(_ text: Substring.UTF8View) -> Bool {
        let groups = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return groups.count <= 2 && groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    }
}
