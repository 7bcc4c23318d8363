/// One SQL statement, written as a literal whose interpolated values are always bound.
///
/// ```swift
/// let sql: SQL = "SELECT name FROM greetings_greeting WHERE count > \(limit)"
/// ```
///
/// The text is made of pieces known at compile time, so a `String` cannot become SQL: interpolating one binds it as a
/// value, and assigning one does not compile. A list is bound as one JSON text with `\(json: ids)`, to be read by
/// `json_each`. Whatever shows a statement shows `?` for its values.
///
/// Statements are composed of statements, by interpolation where a part stands in the middle, or by `+` and `+=` where it
/// follows:
///
/// ```swift
/// var query: SQL = "SELECT \(columns) FROM courses_course WHERE is_open"
/// if let language { query += " AND language = \(language)" }
/// ```
///
/// A module's texts, blobs and rows are at most 4,000,000 bytes long, and a LIKE or GLOB pattern 50: no function takes so long
/// that a deadline would come too late. SQL knows no time and no chance: a unit has one time, written as `\(work.now)`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// Texts and values in their order, in one array: a statement is made anew each time that it runs.
    @usableFromInline
    var parts: [Part]
    /// Mixes the addresses of the texts: equal statements of one place in the source have equal fingerprints.
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

    /// The texts and values of one statement, then those of another.
    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    /// Continues with the texts and values of another statement.
    public static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
        left.fingerprint = left.fingerprint &* 31 &+ right.fingerprint
        left.valueCount += right.valueCount
    }

    /// The same statement with NULL for each bound value: one that is cached does not keep those of its first run.
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
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
    }

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

        /// Binds the values as one JSON array: `WHERE id IN (SELECT value FROM json_each(\(json: ids)))`.
        /// Integers, reals and texts keep their type; a blob has no form in JSON and becomes `null`.
        public mutating func appendInterpolation(json values: some Sequence<some ColumnValue>) {
            append(.text(JSONText.array(of: values.lazy.map(\.sqlValue))))
        }

        /// Continues with the texts and values of another statement: `"\(selection) WHERE id = \(id)"`.
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
