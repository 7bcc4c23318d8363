public import struct Foundation.Date

/// A type whose values SQL can bind, and read back from a column.
///
/// Integers, reals, texts, blobs (`[UInt8]`), `Bool`, `Date` and optionals of them conform. An enum with a raw value only has
/// to declare it: `enum State: String, ColumnValue`.
public protocol ColumnValue: Sendable {
    /// The form in which SQLite stores the value.
    var sqlValue: SQL.Value { get }

    /// Reads the value from a column of the row. Throws ``DatabaseError`` of kind `mismatch` if the column holds another type.
    init(from row: Row, at column: Int) throws
}

extension Int64: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .integer(self) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = try row.integer(at: column) }
}

extension Int: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .integer(Int64(self)) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = Int(try row.integer(at: column)) }
}

/// Stored as 0 or 1.
extension Bool: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .integer(self ? 1 : 0) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = try row.integer(at: column) != 0 }
}

/// Also reads an INTEGER, because SQLite stores a whole REAL as an INTEGER if the column's affinity allows it.
extension Double: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .real(self) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = try row.real(at: column) }
}

/// SQLite compares texts as bytes. Swift's `==` compares them by canonical equivalence.
extension String: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .text(self) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = try row.text(at: column) }
}

extension [UInt8]: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { .blob(self) }

    @inlinable
    public init(from row: Row, at column: Int) throws { self = try row.blob(at: column) }
}

/// Stored as an INTEGER: whole milliseconds since 1970-01-01T00:00:00Z, rounded down. A date more than 292 million years away
/// is stored as the nearest date that fits, and a date that is not a number as the earliest one.
extension Date: ColumnValue {
    public var sqlValue: SQL.Value { .integer(milliseconds) }

    package var milliseconds: Int64 {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded(.down)
        return Int64(exactly: milliseconds) ?? (milliseconds > 0 ? .max : .min)
    }

    @inlinable
    public init(from row: Row, at column: Int) throws {
        self.init(timeIntervalSince1970: Double(try row.integer(at: column)) / 1000)
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { self?.sqlValue ?? .null }

    @inlinable
    public init(from row: Row, at column: Int) throws {
        self = try row.isNull(at: column) ? nil : Wrapped(from: row, at: column)
    }
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
    @inlinable
    public var sqlValue: SQL.Value { rawValue.sqlValue }

    @inlinable
    public init(from row: Row, at column: Int) throws {
        guard let value = Self(rawValue: try RawValue(from: row, at: column)) else {
            throw row.mismatch(at: column, expected: "a case of \(Self.self)")
        }
        self = value
    }
}
