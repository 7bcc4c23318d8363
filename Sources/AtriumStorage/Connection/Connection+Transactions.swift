internal import CSQLite

/// Transactions, and the units in them.
extension Connection {
    enum Control: Int, CaseIterable {
        case begin, beginImmediate, commit, rollback, savepoint, release, rollbackToSavepoint

        var text: String {
            switch self {
            case .begin: "BEGIN"
            case .beginImmediate: "BEGIN IMMEDIATE"
            case .commit: "COMMIT"
            case .rollback: "ROLLBACK"
            case .savepoint: "SAVEPOINT atrium_unit"
            case .release: "RELEASE atrium_unit"
            case .rollbackToSavepoint: "ROLLBACK TO atrium_unit"
            }
        }
    }

    /// Runs a statement that controls the transaction, without its own deadline. A COMMIT runs outside of units, so that no
    /// deadline can interrupt it.
    func perform(_ step: Control) throws {
        let statement =
            try control[step.rawValue]
            ?? compile(step.text, as: .kernel, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
        control[step.rawValue] = statement
        take(turn: .kernel, deadline: .max)
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw error(code, sql: step.text) }
    }

    /// Runs a body in a savepoint. If the body throws, its changes are rolled back. If this fails, the whole transaction is
    /// rolled back.
    func inSavepoint(_ body: () throws -> Void) throws {
        try perform(.savepoint)
        do {
            try body()
            try perform(.release)
        } catch {
            do {
                try perform(.rollbackToSavepoint)
                try perform(.release)
            } catch {
                abandonTransaction()
            }
            throw error
        }
    }

    /// Runs a unit in the open transaction, and throws its error. Also throws if the unit ended the transaction, left a foreign
    /// key open, or swallowed the error of a statement that passed its deadline or tried to read the clock: such a unit did
    /// not do what it seems to have done.
    func run(_ unit: (Connection) throws -> Void) throws {
        do {
            try withUnit(deadline: .max) { try unit(self) }
        } catch {
            throw isAutocommit ? lostTransaction ?? error : error
        }
        if isAutocommit { throw lostTransaction ?? Self.unexpectedEnd }
        try checkUnitFailure()
        guard hasOpenReference else { return }
        // The open reference would make the commit fail for all units that share it. Swift does not import the macro that
        // builds this code.
        throw DatabaseError(code: SQLITE_CONSTRAINT | 3 << 8, sqliteMessage: "FOREIGN KEY constraint failed", sql: nil)
    }

    private static let unexpectedEnd = DatabaseError(
        kind: .misuse,
        message: "the unit ended the transaction that it is part of; leave COMMIT and ROLLBACK to the platform")

    /// Marks the start and the end of a unit. Clears the errors of the previous unit.
    func withUnit<Value>(deadline: UInt64, _ body: () throws -> Value) rethrows -> Value {
        lostTransaction = nil
        unitFailure = nil
        callbackState.pointee.passed = false
        callbackState.pointee.unitDeadline = deadline
        isInUnit = true
        defer {
            isInUnit = false
            callbackState.pointee.unitDeadline = .max
        }
        return try body()
    }

    /// Rolls back the transaction, if one is open. If that fails, only closing the connection ends it.
    func abandonTransaction() {
        if !isAutocommit { try? perform(.rollback) }
    }
}
