internal import AtriumSystem

public import struct Foundation.Date

/// The generated identity of a noun: `ID<Invitation>` and `ID<Course>` are different types.
///
/// It is a UUID of version 7 (RFC 9562). Identities are ordered by time, to the millisecond. As text and in columns an identity
/// has the canonical form of 36 characters `[a-z0-9-]`.
public struct ID<Noun>: TextValue, Comparable {
    private let high: UInt64
    private let low: UInt64

    /// Makes an identity from a moment and 10 random bytes.
    ///
    /// A moment before 1970 or after the year 10,889 counts as the nearest possible one. A moment that is not a number counts
    /// as the first. If bytes are missing, the operating system adds them: too few bytes never make two identities equal.
    public init(at moment: Date, random: [UInt8]) {
        let time = moment.timeIntervalSince1970 * 1000
        let milliseconds = time > 0 ? UInt64(min(time, 0xFFFF_FFFF_FFFF)) : 0
        let chance = SystemRandom.completed(random, to: 10).map(UInt64.init)
        high = milliseconds << 16 | 0x7000 | (chance[0] & 0x0F) << 8 | chance[1]
        low = chance[2...9].reduce(0) { $0 << 8 | $1 } & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// Reads the canonical text; `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 36, let (high, low) = CanonicalUUID.read(String(text)) else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// The moment from which it was made, to the millisecond.
    public var madeAt: Date { Date(timeIntervalSince1970: Double(high >> 16) / 1000) }

    /// Reads the 16 bytes of a UUID, the most significant byte first; `nil` for any other number of bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(digest: bytes)
    }

    /// Takes the first 16 bytes of a digest. The identity is not in the order of time.
    package init(digest: some Collection<UInt8>) {
        high = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = digest.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The 16 bytes of the UUID, the most significant byte first.
    public var bytes: [UInt8] {
        [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) } }
    }

    public var description: String { CanonicalUUID.text(high, low) }

    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

/// The canonical text of a UUID (RFC 9562, section 4). It is separate from ``ID``, because ``ID`` is generic and this code runs
/// for each row.
private enum CanonicalUUID {
    private static func isHyphen(_ index: Int) -> Bool { index == 8 || index == 13 || index == 18 || index == 23 }

    static func read(_ text: String) -> (high: UInt64, low: UInt64)? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 36 else { return nil }
            var (high, low) = (UInt64(0), UInt64(0))
            for index in 0..<36 {
                if isHyphen(index) {
                    guard bytes[index] == UInt8(ascii: "-") else { return nil }
                    continue
                }
                let digit: UInt8
                switch bytes[index] {
                case 0x30...0x39: digit = bytes[index] - 0x30
                case 0x61...0x66: digit = bytes[index] - 0x57
                default: return nil
                }
                high = high << 4 | low >> 60
                low = low << 4 | UInt64(digit)
            }
            return (high, low)
        }
    }

    static func text(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var rest = (high: high, low: low)
            for index in 0..<36 {
                if isHyphen(index) {
                    text[index] = UInt8(ascii: "-")
                    continue
                }
                let digit = UInt8(rest.high >> 60)
                text[index] = digit < 10 ? digit + 0x30 : digit + 0x57
                rest = (rest.high << 4 | rest.low >> 60, rest.low << 4)
            }
            return 36
        }
    }
}
