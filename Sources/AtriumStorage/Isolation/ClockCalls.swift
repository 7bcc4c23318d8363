internal import AtriumSystem
internal import CSQLite

/// The calls of SQLite's functions of time in a definition: each of them might read the clock, depending on its
/// arguments. https://sqlite.org/lang_datefunc.html
enum ClockCalls {
    private static let functions: Set<String> = [
        "date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff",
    ]

    /// Each with its arguments, as it stands in the definition.
    static func all(in definition: String) -> [String] {
        let bytes = Array(definition.utf8)
        var calls: [String] = []
        var (tokens, start) = (SQLTokens(definition), 0)
        var previous: SQLTokens.Token?
        while let token = tokens.next() {
            // A column may have the name of a function: `CHECK (date (…))` is a call, `date TEXT CHECK (…)` is none.
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

    /// Where the bracket ends that was just opened.
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
    /// Throws if a call of a function of time in a definition reads the clock, run by itself on a row. What needs other
    /// columns than those of the row is not run.
    func refuseClock(in definition: String, as owner: Owner, from row: String? = nil) throws {
        for call in ClockCalls.all(in: definition) {
            try trial(of: "SELECT \(call)" + (row.map { " FROM \($0)" } ?? ""), as: owner)
        }
    }

    /// Runs a statement up to its first row, and throws what the guard has against it; what else fails is for its use
    /// to show.
    func trial(of text: String, as owner: Owner) throws {
        do {
            let statement = try compile(text, as: owner)
            defer { sqlite3_finalize(statement) }
            take(turn: owner, deadline: .max)
            let code = sqlite3_step(statement)
            try refuseClock(sql: text)
            guard code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(code, sql: text) }
        } catch let error as DatabaseError where error.kind != .denied {
            return
        }
    }
}
