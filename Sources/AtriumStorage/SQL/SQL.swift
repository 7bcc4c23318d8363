/// One SQL statement, written as a string literal. Interpolated values are always bound.
///
/// ```swift
/// let sql: SQL = "SELECT name FROM greetings_greeting WHERE count > \(limit)"
/// ```
///
/// The text consists only of pieces that are known at compile time, so a `String` cannot become SQL. Interpolating a `String`
/// binds it as a value, and assigning a `String` does not compile. `\(json: ids)` binds a list as one JSON text, which
/// `json_each` reads. A printed statement shows `?` for each value.
///
/// Build a statement from other statements: interpolate a part in the middle, or append it with `+` or `+=`:
///
/// ```swift
/// var query: SQL = "SELECT \(columns) FROM courses_course WHERE is_open"
/// if let language { query += " AND language = \(language)" }
/// ```
///
/// In a module, a text, a blob and a row each have at most 4,000,000 bytes. A LIKE or GLOB pattern has at most 50 bytes. With
/// these limits, no function call takes so long that a deadline is noticed much too late. SQL cannot read the clock or make
/// random values. A unit has one time, written as `\(work.now)`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The texts and values in order. It is one array for speed, because each run builds its statement again.
    @usableFromInline
    var parts: [Part]
    /// A hash of the texts' addresses. The same statement from the same place in the source has the same fingerprint.
    @usableFromInline
    var fingerprint: UInt
    @usableFromInline
    var valueCount: Int

    @usableFromInline
    enum Part: Sendable {
        case text(StaticString)
        case value(Value)
    }

    public init(stringLiteral text: StaticString) {
        parts = [.text(text)]
        fingerprint = Self.mix(0, text)
        valueCount = 0
    }

    @inlinable
    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
        fingerprint = stringInterpolation.fingerprint
        valueCount = stringInterpolation.valueCount
    }

    /// The statement with a `?` for each bound value.
    package var text: String { parts.map(\.description).joined() }

    /// The first statement with its values, followed by the second with its values.
    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    /// Appends another statement with its values.
    public static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
        left.fingerprint = left.fingerprint &* 31 &+ right.fingerprint
        left.valueCount += right.valueCount
    }

    /// The same statement with NULL for each bound value. A cached statement must not keep the values of its first run.
    var withoutValues: SQL {
        var sql = self
        sql.parts = parts.map { if case .value = $0 { .value(.null) } else { $0 } }
        return sql
    }

    func isSameStatement(as other: SQL) -> Bool {
        guard fingerprint == other.fingerprint, parts.count == other.parts.count else { return false }
        for index in parts.indices {
            switch (parts[index], other.parts[index]) {
            case (.value, .value): continue
            case (.text(let left), .text(let right)) where Self.isSame(left, right): continue
            case (.text, _), (.value, _): return false
            }
        }
        return true
    }

    private static func isSame(_ left: StaticString, _ right: StaticString) -> Bool {
        left.utf8Start == right.utf8Start && left.utf8CodeUnitCount == right.utf8CodeUnitCount
    }

    @inlinable
    static func mix(_ fingerprint: UInt, _ text: StaticString) -> UInt {
        (fingerprint &* 0x9E37_79B9_7F4A_7C15) ^ UInt(bitPattern: text.utf8Start) ^ UInt(text.utf8CodeUnitCount)
    }
}

extension SQL {
    /// A value as SQLite stores it.
    public enum Value: Sendable, Hashable {
        /// NULL, which means that there is no value.
        case null
        /// A signed integer of up to 64 bits.
        case integer(Int64)
        /// A floating-point number. SQLite stores NaN (not a number) as NULL.
        case real(Double)
        /// A text, stored as UTF-8.
        case text(String)
        /// Bytes, stored unchanged.
        case blob([UInt8])
    }

    /// Collects the texts and values of an interpolated literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline
        var parts: [Part] = []
        @usableFromInline
        var fingerprint: UInt = 0
        @usableFromInline
        var valueCount = 0

        @inlinable
        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        @inlinable
        public mutating func appendLiteral(_ literal: StaticString) {
            guard literal.utf8CodeUnitCount > 0 else { return }
            parts.append(.text(literal))
            fingerprint = SQL.mix(fingerprint, literal)
        }

        /// Binds `value`.
        @inlinable
        public mutating func appendInterpolation(_ value: some ColumnValue) { append(value.sqlValue) }

        /// Binds `value`, or NULL.
        @inlinable
        public mutating func appendInterpolation(_ value: (some ColumnValue)?) { append(value?.sqlValue ?? .null) }

        /// Binds the values as one JSON array: `WHERE id IN (SELECT value FROM json_each(\(json: ids)))`. Integers, reals and
        /// texts keep their type. JSON has no form for blobs and for reals that are not finite: these become `null`.
        public mutating func appendInterpolation(json values: some Sequence<some ColumnValue>) {
            append(.text(JSONText.array(of: values.lazy.map(\.sqlValue))))
        }

        /// Inserts another statement with its values: `"\(selection) WHERE id = \(id)"`.
        public mutating func appendInterpolation(_ part: SQL) {
            parts += part.parts
            fingerprint = fingerprint &* 31 &+ part.fingerprint
            valueCount += part.valueCount
        }

        @inlinable
        mutating func append(_ value: Value) {
            parts.append(.value(value))
            fingerprint = fingerprint &* 31 &+ 1
            valueCount += 1
        }
    }
}
