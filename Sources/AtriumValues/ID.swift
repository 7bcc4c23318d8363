public import AtriumStorage

public import struct Foundation.Date

/// The generated identity of a noun: `ID<Invitation>` and `ID<Course>` are different types.
///
/// A UUID of version 7 (RFC 9562): its order is that of time to the millisecond. As text and in columns it is the
/// canonical form of 36 characters `[a-z0-9-]`.
public struct ID<Noun>: Sendable, Hashable, Comparable, CustomStringConvertible, ColumnValue {
    private let high: UInt64
    private let low: UInt64

    /// Makes an identity of a moment and 10 random bytes.
    public init(at moment: Date, random: [UInt8]) {
        precondition(random.count >= 10, "an ID needs 10 random bytes; ask the platform's source for that many")
        let milliseconds = UInt64(max(0, min(moment.timeIntervalSince1970 * 1000, 0xFFFF_FFFF_FFFF)))
        let chance = random.prefix(10).map(UInt64.init)
        high = milliseconds << 16 | 0x7000 | (chance[0] & 0x0F) << 8 | chance[1]
        low = chance[2...9].reduce(0) { $0 << 8 | $1 } & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// Reads the canonical text; `nil` for any other.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard text.utf8.count == 36, digits.count == 32,
            let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
            let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
        guard text == description else { return nil }
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for index in 0..<32 {
                if index >= 8, index <= 20, index % 4 == 0 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let digit = UInt8((index < 16 ? high : low) >> UInt64(60 - 4 * (index % 16)) & 0xF)
                text[position] = digit < 10 ? digit + 48 : digit + 87
                position += 1
            }
            return position
        }
    }

    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws { self = try row.read(at: column, as: "an ID") { Self($0) } }
}
