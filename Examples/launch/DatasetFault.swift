/// The first fault of a data folder, as one sentence: file, line, column, what was found and the remedy.
struct DatasetFault: Error, Equatable, CustomStringConvertible {
    let description: String

    /// A fault of the folder, or of a file as a whole: missing or unreadable.
    init(_ subject: String, _ problem: String) {
        description = "\(subject): \(problem)"
    }

    /// A fault of the content. Line and column count from 1. A column is the number of a field, with its name in the header.
    init(file: String, line: Int, column: Int, named name: String? = nil, _ problem: String) {
        let column = name.map { "\(column) (\($0))" } ?? "\(column)"
        description = "\(file), line \(line), column \(column): \(problem)"
    }
}

/// At most 40 characters of a text, escaped for the sentence of an error.
func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return escaped(String(scalars.prefix(40))) + (scalars.count > 40 ? "…" : "")
}

/// The text with escapes for all characters that would disturb a terminal.
func escaped(_ text: String) -> String {
    let parts = text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: String(scalar)
        }
    }
    return parts.joined()
}
