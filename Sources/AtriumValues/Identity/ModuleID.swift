internal import AtriumSystem

/// The name of a module: `[a-z][a-z0-9]*`, so that no module's table prefix contains another's.
public struct ModuleID: TextValue, ExpressibleByStringLiteral, Comparable {
    public let description: String

    public init(stringLiteral text: StaticString) { description = text.description }

    /// Reads a name of this form; `nil` for any other text.
    public init?(_ description: String) {
        self.description = description
        guard fault == nil else { return nil }
    }

    public static func < (left: ModuleID, right: ModuleID) -> Bool { left.description < right.description }

    /// What is wrong with the name, as a sentence; `nil` if the name is valid.
    package var fault: String? {
        let isWord = description.utf8.allSatisfy(ASCII.isLowercaseOrDigit) && description.first?.isNumber == false
        if !isWord { return "module id '\(self)' is not [a-z][a-z0-9]*; rename it" }
        if description == "kernel" { return "module id '\(self)' is reserved; choose another" }
        return Self.wordsOfSQLite[description].map {
            "module id '\(self)' is a word of SQLite's own, as in '\($0)'; choose another"
        }
    }

    /// Words that begin names which SQLite resolves itself, up to the first underscore. Each comes with such a name. A module
    /// with the word as its id would own that name. The list covers all builds of SQLite in use, not only the linked one:
    /// https://sqlite.org/vtablist.html
    private static let wordsOfSQLite = [
        "sqlite": "sqlite_sequence", "pragma": "pragma_table_info", "main": "main.name", "temp": "temp.name",
        "json": "json_each", "jsonb": "jsonb_each", "fts3": "fts3_tokenizer", "fts4": "USING fts4",
        "fts5": "USING fts5",
        "rtree": "rtree_i32", "geopoly": "geopoly_overlap", "dbstat": "dbstat", "bytecode": "bytecode",
        "tables": "tables_used", "generate": "generate_series", "carray": "carray", "csv": "USING csv",
        "completion": "completion", "fsdir": "fsdir", "zipfile": "zipfile",
    ]
}
