/// What runs SQL: the statements of one owner inside one transaction.
public protocol SQLSession {
    /// Prepares the statement, binds its values, and stands before its first row.
    func open(_ sql: SQL) throws -> Row

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    var changes: Int { get throws }
}

extension SQLSession {
    /// Runs a statement to its end and returns the number of rows that it inserted, updated or deleted.
    @inlinable
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        let row = try open(sql)
        defer { row.finish() }
        while try row.advance() {}
        return try changes
    }

    /// The only row of the result; throws ``DatabaseError`` of kind `mismatch` when there is none.
    @inlinable
    public func one<each Column: ColumnValue>(
        _ sql: SQL, as columns: repeat (each Column).Type
    ) throws -> (repeat each Column) {
        guard let row = try first(sql, as: repeat each columns) else { throw DatabaseError.noRow(sql) }
        return row
    }

    /// The first row of the result, if there is one.
    @inlinable
    public func first<each Column: ColumnValue>(
        _ sql: SQL, as columns: repeat (each Column).Type
    ) throws -> (repeat each Column)? {
        let row = try open(sql)
        defer { row.finish() }
        guard try row.advance() else { return nil }
        var index = -1
        return (repeat try row.next(&index, as: each columns))
    }

    /// All rows of the result, as tuples of typed columns (one column: as values).
    @inlinable
    public func rows<each Column: ColumnValue>(
        _ sql: SQL, as columns: repeat (each Column).Type
    ) throws -> [(repeat each Column)] {
        let row = try open(sql)
        defer { row.finish() }
        var result: [(repeat each Column)] = []
        while try row.advance() {
            var index = -1
            result.append((repeat try row.next(&index, as: each columns)))
        }
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
        let row = try open(sql)
        defer { row.finish() }
        return try row.advance() ? make(row) : nil
    }

    /// All rows of the result, each made by the closure.
    @inlinable
    public func rows<Value>(_ sql: SQL, make: (Row) throws -> Value) throws -> [Value] {
        let row = try open(sql)
        defer { row.finish() }
        var result: [Value] = []
        while try row.advance() { result.append(try make(row)) }
        return result
    }

    /// Calls the closure with each row, keeping none of them in memory.
    @inlinable
    public func forEach(_ sql: SQL, body: (Row) throws -> Void) throws {
        let row = try open(sql)
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
