/// Finds functions of time in a definition that would read the clock. SQLite fails each INSERT that comes to one in a CHECK, a
/// generated column or an index: https://sqlite.org/deterministic.html#special_case_processing_for_date_time_functions
enum ClockCalls {
    private static let functions: Set<String> = [
        "date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff",
    ]

    /// What is wrong with a definition, if anything is.
    static func fault(in definition: String) -> String? {
        let tokens = Array(SQLTokens(definition))
        for index in tokens.indices.dropLast() {
            guard let function = name(tokens[index]), tokens[index + 1] == .sign(UInt8(ascii: "(")) else { continue }
            // A column may have the name of a function: `CHECK (date (…))` is a call, `date TEXT CHECK (…)` is none.
            guard functions.contains(function), readsClock(function, arguments(tokens[(index + 2)...])) else {
                continue
            }
            return "reads the clock by \(function)(…): \(GuardAdvice.time)"
        }
        return nil
    }

    private static func name(_ token: SQLTokens.Token) -> String? {
        switch token {
        case .word(let word): word
        case .name(let name): ASCII.lowercased(name)
        case .text, .sign: nil
        }
    }

    /// The tokens of each argument, up to the bracket that ends them.
    private static func arguments(_ tokens: ArraySlice<SQLTokens.Token>) -> [[SQLTokens.Token]] {
        var (arguments, depth): ([[SQLTokens.Token]], Int) = ([[]], 0)
        for token in tokens {
            if token == .sign(UInt8(ascii: "(")) { depth += 1 }
            if token == .sign(UInt8(ascii: ")")) { depth -= 1 }
            if depth < 0 { break }
            if depth == 0, token == .sign(UInt8(ascii: ",")) {
                arguments.append([])
            } else {
                arguments[arguments.count - 1].append(token)
            }
        }
        return arguments == [[]] ? [] : arguments
    }

    private static func readsClock(_ function: String, _ arguments: [[SQLTokens.Token]]) -> Bool {
        let times = function == "strftime" ? Array(arguments.dropFirst()) : arguments
        return times.isEmpty || times.contains { isNow($0) }
    }

    private static func isNow(_ argument: [SQLTokens.Token]) -> Bool {
        guard argument.count == 1, case .text(let text) = argument[0] else { return false }
        return ASCII.lowercased(text) == "now"
    }
}
