internal import AtriumSystem
internal import CSQLite

/// What an error of SQLite says to an author, where SQLite's own words do not say what to do.
struct ErrorAdvice {
    let code: Int32
    /// May hold a value: it is passed on only where it cannot.
    let sqliteMessage: String
    let lengthLimit: Int
    let statementLimit: Duration

    static let shorten =
        "take fewer rows at a time, add an index for what it looks for, or set a higher 'statementDeadline'"

    /// `nil` where the error has its words already.
    var message: String? {
        switch code & 0xFF {
        case SQLITE_INTERRUPT:
            "the statement ran longer than its deadline of \(statementLimit.inMilliseconds); \(Self.shorten)"
        case SQLITE_TOOBIG:
            "a text, a blob or a row is longer than the limit of \(lengthLimit) bytes; store it in parts, "
                + "or outside of the database"
        case SQLITE_AUTH: "SQLite refused the statement; leave out what is not the module's own"
        case SQLITE_FULL: "the disk is full, and nothing of the unit stays; free space and try again"
        case SQLITE_BUSY, SQLITE_LOCKED: "another connection holds the file; try again later"
        case SQLITE_READONLY:
            "the statement writes, and the unit, or the file, may only be read; run it in a unit that writes"
        case SQLITE_ERROR: Self.known(sqliteMessage)
        default: nil
        }
    }

    /// Errors while a statement runs whose words hold no value.
    private static func known(_ message: String) -> String? {
        switch message {
        case "LIKE or GLOB pattern too complex":
            "a LIKE or GLOB pattern is longer than its limit; look for a shorter text, or by instr(…)"
        case "integer overflow": "an integer is too large for 64 bits; add up in reals, or in parts"
        case _ where message.contains("in the module"): message
        case "malformed JSON": "a text that is read as JSON is none; look at it with json_valid(…) before"
        case _ where message.hasPrefix(DatabaseError.clockInDefinition):
            "\(message): it would read the clock; \(GuardAdvice.time)"
        default: nil
        }
    }

    /// The words for a statement that does not compile. Nothing is bound yet, so SQLite's own hold no value.
    static func ofCompiling(_ message: String, code: Int32, lengthLimit: Int) -> String {
        if code & 0xFF == SQLITE_TOOBIG {
            return "the SQL is longer than \(lengthLimit) bytes; write what varies as values, a list as \\(json: …)"
        }
        if message.hasPrefix("unsafe use of ") {
            return "\(message) in the definition of a table or an index, which SQLite allows for a few functions only; "
                + "check or compute the value in the module"
        }
        if message == "near \"?\": syntax error" {
            return
                "a value stands where SQL takes none, as for the name of a table or a column; write names in the text, "
                + "or as a part that is SQL itself"
        }
        if message == "no such column: ?" {
            return "a value stands inside quotes of a name, where it is none; leave out the quotes: write \\(…)"
        }
        return message
    }
}
