internal import AtriumSystem
internal import CSQLite

/// Errors of a connection, and what they make of the unit that runs.
extension Connection {
    func error(_ code: Int32, sql: String?) -> DatabaseError {
        let error = DatabaseError(code: code, sqliteMessage: message, sql: sql)
        let advice = ErrorAdvice(
            code: code, sqliteMessage: message,
            lengthLimit: Int(sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, -1)),
            statementLimit: .nanoseconds(callbackState.pointee.statementLimit))
        let advised = advice.message.map { error.saying($0) } ?? error
        return advised.concernsFile ? advised.naming(path) : advised
    }

    /// What SQLite says about the last error; it may hold a value.
    var message: String { String(cString: sqlite3_errmsg(handle)) }

    /// The error of a failed step; notes whether SQLite ended the transaction with it, and what spoils the unit.
    func failure(_ code: Int32, sql: String) -> DatabaseError {
        let error = authorizer.denial(code: code, sql: sql) ?? error(code, sql: sql)
        if isInUnit, isAutocommit { lostTransaction = error }
        if error.kind == .deadline { spoiler = spoiler ?? error }
        return error
    }

    /// Throws when the statement that just ran asked for the time.
    func refuseClock(sql: @autoclosure () -> String) throws {
        guard authorizer.wantedTime, let error = authorizer.clockDenial(sql: sql()) else { return }
        spoiler = spoiler ?? error
        throw error
    }

    /// Throws the error with which the running unit fails, even if its body swallowed it.
    func refuseSpoiledUnit() throws {
        if let spoiler { throw spoiler }
        if passedDeadline { throw DatabaseError.late }
    }
}
