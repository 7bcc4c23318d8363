public import AtriumValues

// How columns store the values of `AtriumValues`. Reading a text that is not such a value throws a `mismatch`.

/// Stored as its canonical text.
extension ID: ColumnValue {
    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws { self = try row.read(at: column, as: "an ID") { Self($0) } }
}

/// Stored as its text.
extension EmailAddress: ColumnValue {
    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        self = try row.read(at: column, as: "an e-mail address") { try? Self($0) }
    }
}

/// Stored as its text.
extension Slug: ColumnValue {
    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws { self = try row.read(at: column, as: "a slug") { Self($0) } }
}

/// Stored as an INTEGER: the number of days since 1970-01-01.
extension Day: ColumnValue {
    public var sqlValue: SQL.Value { .integer(Int64(number)) }

    public init(from row: Row, at column: Int) throws { self.init(number: Int(try row.integer(at: column))) }
}

/// Stored as an INTEGER: the day's number in ISO 8601, from 1 for Monday to 7 for Sunday.
extension Weekday: ColumnValue {}
