/// How the bytes of a file are read.
public enum CSVEncoding: Sendable {
    /// UTF-8, or UTF-16 that begins with a byte-order mark.
    case unicode
    /// Windows-1252, as spreadsheets of western Europe save it; a byte-order mark at the start says otherwise.
    case windows1252
}

/// What separates several values in one cell.
public enum CSVListSeparator: Sendable {
    case semicolon, comma
    /// `|`
    case bar

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .bar: UInt8(ascii: "|")
        }
    }
}

/// What a caller knows of a file with columns: its encoding, its own names for the columns, and how a cell lists values.
public struct CSVForm<Column: Hashable & Sendable>: Sendable, Equatable {
    public var encoding: CSVEncoding
    /// The columns by the file's names, in any case: `["Email Address": .email]`. If it is empty, the columns have their own names.
    /// Otherwise only the columns that it names are read: map each one that you need. If it has several names for one column, the
    /// header needs at least one of them.
    public var mapping: [String: Column]
    /// What stands between the values of a cell that has several, such as a member's teams.
    public var listSeparator: CSVListSeparator

    public init(
        encoding: CSVEncoding = .unicode, mapping: [String: Column] = [:], listSeparator: CSVListSeparator = .semicolon
    ) {
        (self.encoding, self.mapping, self.listSeparator) = (encoding, mapping, listSeparator)
    }
}

/// Why a file cannot be text of a known encoding, as a sentence for people that ends in the remedy.
public enum CSVEncodingFault: String, Error, Sendable {
    case utf16WithoutMark = "the file is UTF-16 without a byte-order mark; save it as UTF-8"
    case utf32 = "the file is UTF-32; save it as UTF-8"
    case workbook = "the file is a workbook of a spreadsheet; save it as CSV UTF-8"
}
