internal import CSQLite

/// Runs one owner's SQL on one connection, and keeps a limited number of prepared statements.
package final class CachingExecutor: SQLExecutor {
    private static let cacheLimit = 64

    package let owner: Owner
    /// Unowned and unsafe for speed, because each statement reads it. The executor is not used after its connection closes.
    private unowned(unsafe) let connection: Connection
    private var statements: [UInt: [Statement]] = [:]
    private var count = 0
    /// The statement that ran last. A statement that runs in a loop needs no search.
    private var latest: Statement?
    private var clock = 0

    init(owner: Owner, connection: Connection) {
        self.owner = owner
        self.connection = connection
    }

    package var changes: Int { Int(sqlite3_changes64(connection.handle)) }

    package func open(_ sql: SQL) throws -> Row {
        try connection.checkIsUsable(sql: sql)
        let statement = try cached(sql) ?? prepare(sql)
        if latest !== statement { latest = statement }
        if connection.isQueryOnly, !statement.isReading { throw connection.error(SQLITE_READONLY, sql: sql.text) }
        clock += 1
        statement.lastUse = clock
        try statement.start(binding: sql)
        return Row(of: statement)
    }

    private func cached(_ sql: SQL) -> Statement? {
        if let latest, latest.isFree(for: sql) { return latest }
        return statements[sql.fingerprint]?.first { $0.isFree(for: sql) }
    }

    private func prepare(_ sql: SQL) throws -> Statement {
        let statement = try connection.prepare(sql, as: owner)
        if count == Self.cacheLimit { evict() }
        statements[sql.fingerprint, default: []].append(statement)
        count += 1
        return statement
    }

    /// Finalizes the statements. The connection calls this before it closes.
    func close() {
        for statement in statements.values.joined() { statement.finalize() }
        (statements, latest) = ([:], nil)
    }

    /// Drops the statement that has been unused for the longest time. If that statement is running, its row keeps it alive.
    private func evict() {
        guard let oldest = statements.values.joined().min(by: { $0.lastUse < $1.lastUse }) else { return }
        let fingerprint = oldest.sql.fingerprint
        statements[fingerprint]?.removeAll { $0 === oldest }
        if statements[fingerprint]?.isEmpty == true { statements[fingerprint] = nil }
        count -= 1
    }
}
