public import AtriumValues

/// How the bytes of a file encode its text.
public enum CSVEncoding: Sendable {
    /// UTF-8, or UTF-16 that begins with a byte-order mark.
    case unicode
    /// Windows-1252, as spreadsheets in western Europe save it. A byte-order mark at the start of the file takes precedence.
    case windows1252
}

/// The character that separates several values in one cell.
public enum CSVListSeparator: Sendable {
    /// `;`, which ``CSVList/cell(_:)`` writes.
    case semicolon
    /// `,`, as in files of other platforms.
    case comma
    /// `|`, as in files of other platforms.
    case bar

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .bar: UInt8(ascii: "|")
        }
    }
}

/// What a caller knows about a file with columns: its encoding, its own names for the columns, and how a cell lists values.
public struct CSVForm<Column: Hashable & Sendable>: Sendable, Equatable {
    /// The encoding of the file, unless a byte-order mark in it says otherwise.
    public var encoding: CSVEncoding
    /// The columns by the names that the file uses, in any case: `["Email Address": .email]`. If it is empty, the file uses the
    /// columns' own names. Otherwise only the columns that it names are read: map each one that you need. If it has several
    /// names for one column, the header needs at least one of them.
    public var mapping: [String: Column]
    /// The separator of the values in a cell that has several, such as a member's teams.
    public var listSeparator: CSVListSeparator

    /// Describes a file. The defaults fit a Unicode file that uses the columns' own names, and lists values with semicolons.
    public init(
        encoding: CSVEncoding = .unicode, mapping: [String: Column] = [:], listSeparator: CSVListSeparator = .semicolon
    ) {
        (self.encoding, self.mapping, self.listSeparator) = (encoding, mapping, listSeparator)
    }
}

/// Why a file is not text in a known encoding, as a sentence for people that ends with the remedy.
public enum CSVEncodingFault: String, ExplainedError {
    /// Some bytes at the start are zero, as ASCII letters have them in UTF-16, and no mark tells the order of the bytes.
    case utf16WithoutMark = "the file is UTF-16 without a byte-order mark; save it as UTF-8"
    /// The file has the byte-order mark of UTF-32, or most of its first bytes are zero.
    case utf32 = "the file is UTF-32; save it as UTF-8"
    /// The file is a zip archive or a compound file, as spreadsheet programs save their workbooks.
    case workbook = "the file is a workbook of a spreadsheet; save it as CSV UTF-8"
}
