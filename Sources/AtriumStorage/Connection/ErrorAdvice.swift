internal import AtriumSystem
internal import CSQLite

/// The message of a SQLite error for the author of a module. It is used where SQLite's own text does not say what to do.
struct ErrorAdvice {
    let code: Int32
    /// May contain a bound value, so only texts that cannot contain one are passed on.
    let sqliteMessage: String
    let lengthLimit: Int
    let statementLimit: Duration

    static let deadlineRemedy =
        "take fewer rows at a time, add an index for the statement's condition, or set a higher 'statementTimeout'"

    /// The message; `nil` if the error's own message is enough.
    var message: String? {
        switch code & 0xFF {
        case SQLITE_INTERRUPT:
            "the statement ran longer than its deadline of \(statementLimit.inMilliseconds); \(Self.deadlineRemedy)"
        case SQLITE_TOOBIG:
            "a text, a blob or a row is longer than the limit of \(lengthLimit) bytes; store it in parts, "
                + "or outside of the database"
        case SQLITE_AUTH: "SQLite refused the statement; use only the module's own tables and the allowed functions"
        case SQLITE_FULL: "the disk is full, and the whole unit was rolled back; free space and try again"
        case SQLITE_BUSY, SQLITE_LOCKED: "another connection holds the file; try again later"
        case SQLITE_READONLY:
            "the statement writes, but the unit or the file is read-only; run it in a unit that writes"
        case SQLITE_ERROR: Self.known(sqliteMessage)
        default: nil
        }
    }

    /// The message for one of the errors at run time whose texts contain no bound value. Texts are compared as a whole: a part
    /// of a text may be a bound value.
    private static func known(_ message: String) -> String? {
        switch message {
        case "LIKE or GLOB pattern too complex":
            "a LIKE or GLOB pattern is longer than its limit; search for a shorter text, or use instr(…)"
        case "integer overflow": "an integer is too large for 64 bits; calculate with reals, or in parts"
        case _ where JSONFunctions.limitErrors.contains(message): message
        case "malformed JSON": "a text that is read as JSON is not JSON; check it with json_valid(…) first"
        case _ where message.hasPrefix(DatabaseError.clockInDefinition):
            "\(message): it would read the clock; \(GuardAdvice.time)"
        default: nil
        }
    }

    /// The message for a statement that does not compile. Nothing is bound yet, so SQLite's text contains no value.
    static func ofCompiling(_ message: String, code: Int32, lengthLimit: Int) -> String {
        if code & 0xFF == SQLITE_TOOBIG {
            return "the SQL is longer than \(lengthLimit) bytes; bind the parts that vary as values, and a list with "
                + "\\(json: …)"
        }
        if message.hasPrefix("unsafe use of ") {
            return "\(message) in the definition of a table or an index, where SQLite allows only a few functions; "
                + "check or compute the value in the module"
        }
        if message == "near \"?\": syntax error" {
            return
                "a value is where SQL allows none, for example as the name of a table or a column; "
                + "write names in the text, or interpolate a part of type SQL"
        }
        if message == "no such column: ?" {
            return "a value is inside the quotes of a name, where it is not bound; leave out the quotes: write \\(…)"
        }
        return message
    }
}
