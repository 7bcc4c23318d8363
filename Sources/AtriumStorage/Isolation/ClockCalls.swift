internal import AtriumSystem
internal import CSQLite

/// The calls of SQLite's time functions in a definition. Each call may read the clock, depending on its arguments.
/// https://sqlite.org/lang_datefunc.html
enum ClockCalls {
    private static let functions: Set<String> = [
        "date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff",
    ]

    /// All calls with their arguments, as the definition has them.
    static func all(in definition: String) -> [String] {
        let bytes = Array(definition.utf8)
        var calls: [String] = []
        var (tokens, start) = (SQLTokens(definition), 0)
        var previous: SQLTokens.Token?
        while let token = tokens.next() {
            // A column may have the name of a function: `CHECK (date (…))` is a call, `date TEXT CHECK (…)` is not.
            if token == .sign(UInt8(ascii: "(")), isFunction(previous) {
                calls.append(String(decoding: bytes[start..<end(of: tokens)], as: UTF8.self))
            }
            (previous, start) = (token, tokens.start)
        }
        return calls
    }

    private static func isFunction(_ token: SQLTokens.Token?) -> Bool {
        switch token {
        case .word(let word): functions.contains(word)
        case .name(let name): functions.contains(ASCII.lowercased(name))
        case .text, .sign, nil: false
        }
    }

    /// The position after the bracket that closes the one just opened.
    private static func end(of tokens: SQLTokens) -> Int {
        var (tokens, depth) = (tokens, 1)
        while depth > 0, let token = tokens.next() {
            if token == .sign(UInt8(ascii: "(")) { depth += 1 }
            if token == .sign(UInt8(ascii: ")")) { depth -= 1 }
        }
        return tokens.position
    }
}

extension Connection {
    /// Runs each call of a time function in a definition separately, on a row, and throws if the call reads the clock. A call
    /// that needs columns that the row does not have does not run.
    func checkClock(in definition: String, as owner: Owner, from row: String? = nil) throws {
        for call in ClockCalls.all(in: definition) {
            try checkByRunning("SELECT \(call)" + (row.map { " FROM \($0)" } ?? ""), as: owner)
        }
    }

    /// Runs a statement up to its first row, and throws if the guard refuses it. Ignores any other error, which will show when
    /// the statement is used.
    func checkByRunning(_ text: String, as owner: Owner) throws {
        do {
            let statement = try compile(text, as: owner)
            defer { sqlite3_finalize(statement) }
            take(turn: owner, deadline: .max)
            let code = sqlite3_step(statement)
            try checkClock(sql: text)
            guard code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(code, sql: text) }
        } catch let error as DatabaseError where error.kind != .denied {
            return
        }
    }
}
