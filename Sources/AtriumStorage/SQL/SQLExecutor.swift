/// Runs the SQL of one owner inside one transaction.
public protocol SQLExecutor {
    /// Prepares the statement and binds its values. The row that it returns is before the first row of the result.
    func open(_ sql: SQL) throws -> Row

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    var changes: Int { get throws }
}

extension SQLExecutor {
    /// Runs a statement to its end and returns the number of rows that it inserted, updated or deleted.
    @inlinable
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        var row = try open(sql)
        defer { row.finish() }
        while try row.advance() {}
        return try changes
    }

    /// The row of a result that has exactly one row. Throws ``DatabaseError`` of kind `mismatch` if there is no row. Does not
    /// look for a second row.
    @inlinable
    public func one<First: ColumnValue, Second: ColumnValue, each Other: ColumnValue>(
        _ sql: SQL, as first: First.Type, _ second: Second.Type, _ others: repeat (each Other).Type
    ) throws -> (First, Second, repeat each Other) {
        guard let row = try self.first(sql, as: first, second, repeat each others) else {
            throw DatabaseError.noRow(sql)
        }
        return row
    }

    /// The first row of the result, or `nil` if there is no row.
    @inlinable
    public func first<First: ColumnValue, Second: ColumnValue, each Other: ColumnValue>(
        _ sql: SQL, as first: First.Type, _ second: Second.Type, _ others: repeat (each Other).Type
    ) throws -> (First, Second, repeat each Other)? {
        var row = try open(sql)
        defer { row.finish() }
        guard try row.advance() else { return nil }
        var index = 1
        return (try First(from: row, at: 0), try Second(from: row, at: 1), repeat try row.next(&index, as: each others))
    }

    /// All rows of the result, as tuples of typed columns.
    @inlinable
    public func rows<First: ColumnValue, Second: ColumnValue, each Other: ColumnValue>(
        _ sql: SQL, as first: First.Type, _ second: Second.Type, _ others: repeat (each Other).Type
    ) throws -> [(First, Second, repeat each Other)] {
        var row = try open(sql)
        defer { row.finish() }
        var result: [(First, Second, repeat each Other)] = []
        while try row.advance() {
            var index = 1
            result.append(
                (
                    try First(from: row, at: 0), try Second(from: row, at: 1),
                    repeat try row.next(&index, as: each others)
                ))
        }
        return result
    }

    /// The value of a result that has exactly one row. Throws ``DatabaseError`` of kind `mismatch` if there is no row. Does not
    /// look for a second row.
    @inlinable
    public func one<Column: ColumnValue>(_ sql: SQL, as column: Column.Type) throws -> Column {
        guard let value = try first(sql, as: column) else { throw DatabaseError.noRow(sql) }
        return value
    }

    /// The first column of the first row, or `nil` if there is no row.
    @inlinable
    public func first<Column: ColumnValue>(_ sql: SQL, as column: Column.Type) throws -> Column? {
        var row = try open(sql)
        defer { row.finish() }
        return try row.advance() ? Column(from: row, at: 0) : nil
    }

    /// The first column of all rows.
    @inlinable
    public func rows<Column: ColumnValue>(_ sql: SQL, as column: Column.Type) throws -> [Column] {
        var row = try open(sql)
        defer { row.finish() }
        var result: [Column] = []
        while try row.advance() { result.append(try Column(from: row, at: 0)) }
        return result
    }

    /// The value that the closure makes from the row of a result that has exactly one row. Throws ``DatabaseError`` of kind
    /// `mismatch` if there is no row. Does not look for a second row.
    @inlinable
    public func one<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> Value {
        guard let value = try first(sql, make: make) else { throw DatabaseError.noRow(sql) }
        return value
    }

    /// The value that the closure makes from the first row of the result, or `nil` if there is no row.
    @inlinable
    public func first<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> Value? {
        var row = try open(sql)
        defer { row.finish() }
        return try row.advance() ? make(row) : nil
    }

    /// The values that the closure makes from all rows of the result.
    @inlinable
    public func rows<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> [Value] {
        var row = try open(sql)
        defer { row.finish() }
        var result: [Value] = []
        while try row.advance() { result.append(try make(row)) }
        return result
    }

    /// Calls the closure with each row of the result. Keeps no row in memory.
    @inlinable
    public func forEach(_ sql: SQL, body: (Row) throws -> Void) throws {
        var row = try open(sql)
        defer { row.finish() }
        while try row.advance() { try body(row) }
    }
}

extension Row {
    @inlinable
    func next<Value: ColumnValue>(_ index: inout Int, as type: Value.Type) throws -> Value {
        index += 1
        return try Value(from: self, at: index)
    }
}
