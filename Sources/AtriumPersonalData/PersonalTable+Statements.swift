package import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// What a person gets of one table.
package struct PersonalRecord: Sendable, Equatable {
    package enum Value: Sendable, Equatable {
        case none
        case text(String)
        case number(Double)
        case time(Date)
        case day(Day)
    }

    package struct Column: Sendable, Equatable {
        package let name: String
        package let label: Words
    }

    /// The name of the table.
    package let table: String
    /// What the rows are, for the person.
    package let title: Words
    package let columns: [Column]
    package let rows: [[Value]]
}

extension PersonalTable {
    /// The name of the table.
    package var table: String { name.description }

    /// The person's rows; `nil` if the table exports nothing.
    package func export(of person: DataSubject, in executor: some SQLExecutor) throws -> PersonalRecord? {
        guard let first = exported.first else { return nil }
        let values = exported.dropFirst().reduce(first.value) { "\($0), \($1.value)" }
        let sql: SQL = "SELECT \(values) FROM \(SQL(stringLiteral: name)) WHERE \(rows.condition(person))"
        let rows = try executor.rows(sql) { row in
            try exported.enumerated().map { try $0.element.kind.value(of: row, at: $0.offset) }
        }
        return PersonalRecord(
            table: table, title: title, columns: exported.map { .init(name: $0.name.description, label: $0.label) },
            rows: rows)
    }

    /// Erases the person's rows, and returns how many rows changed.
    @discardableResult
    package func erase(_ person: DataSubject, in executor: some SQLExecutor) throws -> Int {
        try erasure.run(on: name, where: rows.condition(person), in: executor)
    }

    /// How many rows are older than a moment and no longer needed.
    package func countExpired(before moment: Date, in executor: some SQLExecutor) throws -> Int {
        guard let retention else { return 0 }
        return try executor.one(
            "SELECT count(*) FROM \(SQL(stringLiteral: name)) WHERE \(retention.isOver(at: moment))", as: Int.self)
    }

    /// Erases up to `limit` rows that are older than a moment and no longer needed, and returns how many that were.
    package func expire(before moment: Date, limit: Int, in executor: some SQLExecutor) throws -> Int {
        guard let retention else { return 0 }
        let chosen: SQL = """
            \(retention.key) IN (
                SELECT \(retention.key) FROM \(SQL(stringLiteral: name)) WHERE \(retention.isOver(at: moment)) LIMIT \(limit))
            """
        return try retention.erasure.run(on: name, where: chosen, in: executor)
    }
}

extension Retention {
    fileprivate func isOver(at moment: Date) -> SQL { "(\(condition)) AND \(since) < \(moment)" }
}

extension Erasure {
    fileprivate func run(on table: StaticString, where condition: SQL, in executor: some SQLExecutor) throws -> Int {
        let table = SQL(stringLiteral: table)
        switch self {
        case .rows: return try executor.run("DELETE FROM \(table) WHERE \(condition)")
        case .columns(let columns):
            let pairs = columns.map { "\(SQL(stringLiteral: $0)) = \($1)" as SQL }
            guard let first = pairs.first else { return 0 }
            let changes = pairs.dropFirst().reduce(first) { "\($0), \($1)" }
            return try executor.run("UPDATE \(table) SET \(changes) WHERE \(condition)")
        case .nothing: return 0
        }
    }
}

extension ExportedColumn.Kind {
    fileprivate func value(of row: Row, at column: Int) throws -> PersonalRecord.Value {
        if try row.isNull(at: column) { return .none }
        return switch self {
        case .text: .text(try row[column])
        case .number: .number(try row[column])
        case .time: .time(try row[column])
        case .day: .day(try row[column])
        }
    }
}
