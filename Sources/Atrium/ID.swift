public import struct Foundation.Date

/// The generated identity of a noun: `ID<Invitation>` and ``MemberID`` are different types.
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
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in text.utf8.enumerated() {
            guard index < 36 else { return nil }
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte) - 48
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte) - 87
            default: return nil
            }
            if digits < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
            digits += 1
        }
        guard digits == 32 else { return nil }
        (high, low) = words
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let word = index < 16 ? high : low
                let digit = UInt8(word >> UInt64(60 - 4 * (index % 16)) & 0xF)
                buffer[position] = digit < 10 ? digit + 48 : digit + 87
                position += 1
            }
            return 36
        }
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        guard let id = Self(try row.text(at: column)) else { throw row.mismatch(at: column, expected: "an ID") }
        self = id
    }
}

public typealias OrganizationID = ID<any Organization>
public typealias MemberID = ID<any Member>
public typealias TeamID = ID<any Team>
public typealias AccountID = ID<Account>
