/// One SQL statement, written as a literal whose interpolated values are always bound.
///
/// ```swift
/// let sql: SQL = "SELECT name FROM greetings_greeting WHERE count > \(limit)"
/// ```
///
/// The text is made of pieces known at compile time, so a `String` cannot become SQL: interpolating one binds it as a
/// value, and assigning one does not compile. A list is bound as one JSON text with `\(json: ids)`, to be read by
/// `json_each`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    package private(set) var pieces: [StaticString]
    package private(set) var values: [Value]
    /// Mixes the addresses of the pieces: equal statements of one place in the source have equal fingerprints.
    package private(set) var fingerprint: UInt

    public init(stringLiteral text: StaticString) {
        pieces = [text]
        values = []
        fingerprint = Self.mix(0, text)
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
        fingerprint = stringInterpolation.fingerprint
    }

    /// The statement with a `?` for each bound value.
    package var text: String {
        pieces.map(\.description).joined()
    }

    package func isSameStatement(as other: SQL) -> Bool {
        guard fingerprint == other.fingerprint, pieces.count == other.pieces.count else { return false }
        for index in pieces.indices where !Self.isSame(pieces[index], other.pieces[index]) { return false }
        return true
    }

    private static func isSame(_ left: StaticString, _ right: StaticString) -> Bool {
        left.utf8Start == right.utf8Start && left.utf8CodeUnitCount == right.utf8CodeUnitCount
    }

    fileprivate static func mix(_ fingerprint: UInt, _ piece: StaticString) -> UInt {
        (fingerprint &* 0x9E37_79B9_7F4A_7C15) ^ UInt(bitPattern: piece.utf8Start) ^ UInt(piece.utf8CodeUnitCount)
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
        fileprivate var pieces: [StaticString] = []
        fileprivate var values: [Value] = []
        fileprivate var fingerprint: UInt = 0

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            guard literal.utf8CodeUnitCount > 0 else { return }
            pieces.append(literal)
            fingerprint = SQL.mix(fingerprint, literal)
        }

        /// Binds `value`.
        public mutating func appendInterpolation(_ value: some ColumnValue) {
            appendLiteral("?")
            values.append(value.sqlValue)
        }

        /// Binds `value`, or NULL.
        public mutating func appendInterpolation(_ value: (some ColumnValue)?) {
            appendLiteral("?")
            values.append(value?.sqlValue ?? .null)
        }

        /// Binds the values as one JSON array: `WHERE id IN (SELECT value FROM json_each(\(json: ids)))`.
        /// Integers, reals and texts keep their type; a blob has no form in JSON and becomes `null`.
        public mutating func appendInterpolation(json values: some Sequence<some ColumnValue>) {
            appendLiteral("?")
            self.values.append(.text(JSONText.array(of: values.lazy.map(\.sqlValue))))
        }

        /// Continues with the pieces and values of another statement: `"\(selection) WHERE id = \(id)"`.
        public mutating func appendInterpolation(_ part: SQL) {
            for piece in part.pieces { appendLiteral(piece) }
            values += part.values
        }
    }
}
