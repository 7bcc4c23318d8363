/// A whole text in one mode, and the bits that it becomes (ISO/IEC 18004:2015, 7.4).
struct Segment {
    private enum Mode { case numeric, alphanumeric, byte }

    private let mode: Mode
    private let bytes: [UInt8]
    private let isASCII: Bool

    /// Chooses the mode in which the text takes the fewest bits.
    init(_ text: String) {
        bytes = Array(text.utf8)
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        if bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) {
            mode = .numeric
        } else {
            mode = bytes.allSatisfy { Self.values[$0] != nil } ? .alphanumeric : .byte
        }
    }

    /// The number of bits with the mode and the count, without terminator and padding.
    func bitCount(in version: Version) -> Int {
        let (header, count) = (isASCII ? 4 : 16, countWidth(in: version))
        return switch mode {
        case .numeric: header + count + (10 * bytes.count + 2) / 3
        case .alphanumeric: header + count + (11 * bytes.count + 1) / 2
        case .byte: header + count + 8 * bytes.count
        }
    }

    /// The text as so many codewords. It must fit into them.
    func codewords(in version: Version, count: Int) -> [UInt8] {
        var bits = BitString()
        // ECI 26 says that the bytes are UTF-8 (7.4.2). ASCII reads the same without it, also for readers that do not know ECI.
        if !isASCII {
            bits.append(0b0111, width: 4)
            bits.append(26, width: 8)
        }
        bits.append(indicator, width: 4)
        bits.append(bytes.count, width: countWidth(in: version))
        append(to: &bits)
        // The terminator is cut off where the code is full (7.4.9).
        bits.append(0, width: min(4, 8 * count - bits.count))
        let padding = (0..<count - bits.bytes.count).map { $0.isMultiple(of: 2) ? 0b1110_1100 as UInt8 : 0b0001_0001 }
        return bits.bytes + padding
    }

    private func append(to bits: inout BitString) {
        switch mode {
        // Three digits make a number of 10 bits; one or two at the end, of 4 or 7 bits (7.4.3).
        case .numeric:
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let digits = bytes[start..<min(start + 3, bytes.count)]
                bits.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, width: 3 * digits.count + 1)
            }
        // Two characters make a number of 11 bits; one at the end, of 6 bits (7.4.4).
        case .alphanumeric:
            for start in stride(from: 0, to: bytes.count, by: 2) {
                let pair = bytes[start..<min(start + 2, bytes.count)]
                bits.append(pair.reduce(0) { $0 * 45 + Self.values[$1, default: 0] }, width: 5 * pair.count + 1)
            }
        case .byte:
            for byte in bytes { bits.append(Int(byte), width: 8) }
        }
    }

    /// Table 2.
    private var indicator: Int {
        switch mode {
        case .numeric: 0b0001
        case .alphanumeric: 0b0010
        case .byte: 0b0100
        }
    }

    /// The width of the number of characters, for versions 1 to 9, 10 to 26, and 27 to 40 (table 3).
    private func countWidth(in version: Version) -> Int {
        let range = version.number < 10 ? 0 : version.number < 27 ? 1 : 2
        return switch mode {
        case .numeric: [10, 12, 14][range]
        case .alphanumeric: [9, 11, 13][range]
        case .byte: [8, 16, 16][range]
        }
    }

    /// The values of the characters that the alphanumeric mode knows (table 5).
    private static let values = Dictionary(
        uniqueKeysWithValues: zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8, 0...))
}

/// Bits, packed into bytes from the highest bit down.
private struct BitString {
    /// The bytes. The bits of the last one that are not used are 0.
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    /// Appends the lowest `width` bits of a value.
    mutating func append(_ value: Int, width: Int) {
        for shift in (0..<width).reversed() {
            if count.isMultiple(of: 8) { bytes.append(0) }
            bytes[count / 8] |= UInt8(value >> shift & 1) << (7 - count % 8)
            count += 1
        }
    }
}
