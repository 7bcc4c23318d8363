/// What runs SQL: the statements of one owner inside one transaction.
public protocol SQLExecutor {
    /// Prepares the statement, binds its values, and stands before its first row.
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

    /// The only row of the result; throws ``DatabaseError`` of kind `mismatch` when there is none.
    @inlinable
    public func one<First: ColumnValue, Second: ColumnValue, each Other: ColumnValue>(
        _ sql: SQL, as first: First.Type, _ second: Second.Type, _ others: repeat (each Other).Type
    ) throws -> (First, Second, repeat each Other) {
        guard let row = try self.first(sql, as: first, second, repeat each others) else {
            throw DatabaseError.noRow(sql)
        }
        return row
    }

    /// The first row of the result, if there is one.
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

    /// The only value of the result; throws ``DatabaseError`` of kind `mismatch` when there is no row.
    @inlinable
    public func one<Column: ColumnValue>(_ sql: SQL, as column: Column.Type) throws -> Column {
        guard let value = try first(sql, as: column) else { throw DatabaseError.noRow(sql) }
        return value
    }

    /// The first column of the first row, if there is one.
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

    /// The only row of the result, made by the closure; throws ``DatabaseError`` of kind `mismatch` when there is none.
    @inlinable
    public func one<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> Value {
        guard let value = try first(sql, make: make) else { throw DatabaseError.noRow(sql) }
        return value
    }

    /// The first row of the result, made by the closure, if there is one.
    @inlinable
    public func first<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> Value? {
        var row = try open(sql)
        defer { row.finish() }
        return try row.advance() ? make(row) : nil
    }

    /// All rows of the result, each made by the closure.
    @inlinable
    public func rows<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> [Value] {
        var row = try open(sql)
        defer { row.finish() }
        var result: [Value] = []
        while try row.advance() { result.append(try make(row)) }
        return result
    }

    /// Calls the closure with each row, keeping none of them in memory.
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
