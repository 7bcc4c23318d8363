internal import AtriumSystem
internal import CSQLite

/// The errors of a connection, and their effect on the running unit.
extension Connection {
    func error(_ code: Int32, sql: String?) -> DatabaseError {
        let error = DatabaseError(code: code, sqliteMessage: message, sql: sql)
        let advice = ErrorAdvice(
            code: code, sqliteMessage: message,
            lengthLimit: Int(sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, -1)),
            statementLimit: .nanoseconds(callbackState.pointee.statementLimit))
        let advised = advice.message.map { error.withMessage($0) } ?? error
        return advised.concernsFile ? advised.withPath(path) : advised
    }

    /// SQLite's text for the last error. It may contain a bound value.
    var message: String { String(cString: sqlite3_errmsg(handle)) }

    /// The error of a failed step. Notes it in ``lostTransaction`` if SQLite ended the unit's transaction, and in ``unitFailure``
    /// if a deadline passed.
    func failure(_ code: Int32, sql: String) -> DatabaseError {
        let error = authorizer.denial(code: code, sql: sql) ?? error(code, sql: sql)
        if isInUnit, isAutocommit { lostTransaction = error }
        if error.kind == .deadline { unitFailure = unitFailure ?? error }
        return error
    }

    /// Throws if the statement that just ran tried to read the clock.
    func checkClock(sql: @autoclosure () -> String) throws {
        guard authorizer.wantedTime, let error = authorizer.clockDenial(sql: sql()) else { return }
        unitFailure = unitFailure ?? error
        throw error
    }

    /// Throws the error with which the running unit must fail, even if its body swallowed it.
    func checkUnitFailure() throws {
        if let unitFailure { throw unitFailure }
        if passedDeadline { throw DatabaseError.late }
    }
}
