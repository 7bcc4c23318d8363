internal import CSQLite

extension Connection {
    func prepare(_ sql: SQL, as owner: Owner) throws -> Statement {
        let text = sql.text
        let handle = try compile(text, as: owner, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
        let statement = Statement(handle: handle, sql: sql, owner: owner, connection: self)
        if !owner.isKernel, try BytecodeCheck.verdict(on: text, owner: owner, connection: self) {
            statement.lookInterval = CallbackState.shortInterval
        }
        return statement
    }

    /// Compiles one statement under its owner's guard. Throws if the text continues after the statement.
    func compile(_ text: String, as owner: Owner, task: Authorizer.Task = .run, flags: UInt32 = 0) throws
        -> OpaquePointer
    {
        guard !text.utf8.contains(0) else {
            throw DatabaseError(
                kind: .misuse, message: "the SQL contains a NUL byte; write the value as \\(…)", sql: nil)
        }
        take(turn: owner, deadline: .max)
        authorizer.task = task
        authorizer.forgetRefusal()
        defer { authorizer.task = .run }
        var statement: OpaquePointer?
        var hasTail = false
        let code = text.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(handle, start, -1, flags, &statement, &tail)
            hasTail = tail.map { !SQLTokens.isBlank(String(cString: $0)) } ?? false
            return code
        }
        guard code == SQLITE_OK else {
            if let denial = authorizer.denial(code: code, sql: text) { throw denial }
            let error = error(code, sql: text)
            if error.concernsFile { throw error }
            // This message can contain a part of the statement, but no value: nothing is bound yet.
            throw DatabaseError(
                kind: error.kind, extendedCode: code,
                message: ErrorAdvice.ofCompiling(
                    String(cString: sqlite3_errmsg(handle)), code: code,
                    lengthLimit: Int(sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, -1))),
                sql: text)
        }
        guard let statement else {
            throw DatabaseError(
                kind: .misuse,
                message: "the SQL is empty, or a comment only: there is nothing to run; write a statement",
                sql: text)
        }
        guard !hasTail else {
            sqlite3_finalize(statement)
            throw DatabaseError(
                kind: .misuse, message: "the text holds more than one statement; run each by itself", sql: text)
        }
        return statement
    }

    /// Runs trusted SQL without caching it, and returns its rows as texts.
    @discardableResult
    func execute(_ text: String) throws -> [[String?]] {
        let statement = try compile(text, as: .kernel)
        defer { sqlite3_finalize(statement) }
        var rows: [[String?]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                rows.append(
                    (0..<sqlite3_column_count(statement)).map { column in
                        sqlite3_column_text(statement, column).map { String(cString: $0) }
                    })
            case SQLITE_DONE: return rows
            case let code: throw failure(code, sql: text)
            }
        }
    }
}
