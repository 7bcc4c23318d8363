/// Converts the bytes of a file to UTF-8. They come in chunks that may be cut anywhere.
///
/// UTF-8 passes unchanged, because ``CSVReader`` checks it. Half of a UTF-16 pair becomes a byte that is not UTF-8, so that
/// ``CSVReader`` reports a fault of its field.
struct CSVDecoder: Sendable {
    private enum Form { case utf8, windows1252, utf16(isBigEndian: Bool) }

    private let encoding: CSVEncoding
    /// `nil` until there are enough bytes to tell it.
    private var form: Form?
    /// The first bytes while they do not tell the form, or half of a UTF-16 unit.
    private var rest: [UInt8] = []
    /// The first half of a pair whose second half has not come yet.
    private var high: UInt16?

    init(_ encoding: CSVEncoding) { self.encoding = encoding }

    /// Whether the file begins with a byte-order mark of UTF-16.
    var isUTF16: Bool { if case .utf16 = form { true } else { false } }

    /// The text of a chunk as UTF-8. Some bytes may be held back until the next chunk.
    mutating func decode(_ chunk: [UInt8]) throws(CSVEncodingFault) -> [UInt8] {
        if form != nil { return decoded(chunk) }
        rest += chunk
        // A mark has up to four bytes.
        return rest.count < 4 ? [] : try begin()
    }

    /// The text of the bytes that were held back.
    mutating func finish() throws(CSVEncodingFault) -> [UInt8] {
        var text = form == nil ? try begin() : []
        if high != nil || !rest.isEmpty { text.append(Self.noUTF8) }
        return text
    }

    private static let noUTF8: UInt8 = 0xFF

    private mutating func begin() throws(CSVEncodingFault) -> [UInt8] {
        let (form, mark) = try Self.form(of: rest, encoding)
        self.form = form
        let start = Array(rest.dropFirst(mark))
        rest = []
        return decoded(start)
    }

    /// The form of a file that begins with these bytes, and how many bytes to skip as its mark.
    private static func form(
        of start: [UInt8], _ encoding: CSVEncoding
    ) throws(CSVEncodingFault) -> (Form, mark: Int) {
        // A workbook of the new format is a zip archive, one of the old format is a compound file.
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) { throw .utf32 }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 0) }
        // In UTF-16, one of the two bytes of each ASCII character is zero.
        let zeros = start.prefix(4).count { $0 == 0 }
        if zeros > 0 { throw zeros > 2 ? CSVEncodingFault.utf32 : .utf16WithoutMark }
        return (encoding == .windows1252 ? .windows1252 : .utf8, 0)
    }

    private mutating func decoded(_ chunk: [UInt8]) -> [UInt8] {
        switch form {
        case .windows1252: Self.fromWindows1252(chunk)
        case .utf16(let isBigEndian): fromUTF16(chunk, isBigEndian)
        case .utf8, nil: chunk
        }
    }

    // MARK: - UTF-16

    private mutating func fromUTF16(_ chunk: [UInt8], _ isBigEndian: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(chunk.count)
        var first = rest.first
        for byte in chunk {
            guard let other = first else {
                first = byte
                continue
            }
            first = nil
            let (upper, lower) = isBigEndian ? (other, byte) : (byte, other)
            append(UInt16(upper) << 8 | UInt16(lower), to: &text)
        }
        rest = first.map { [$0] } ?? []
        return text
    }

    private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                Self.append(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: &text)
                return
            }
            text.append(Self.noUTF8)
        }
        if UTF16.isLeadSurrogate(unit) { high = unit } else { Self.append(UInt32(unit), to: &text) }
    }

    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        guard value >= 0x80 else { return text.append(UInt8(value)) }
        guard let scalar = Unicode.Scalar(value) else { return text.append(noUTF8) }
        text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }

    // MARK: - Windows-1252

    /// The characters of the bytes 0x80 to 0x9F: <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
    private static let middle: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
        0x178,
    ]

    private static func fromWindows1252(_ chunk: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(chunk.count)
        for byte in chunk {
            append((0x80..<0xA0).contains(byte) ? middle[Int(byte) - 0x80] : UInt32(byte), to: &text)
        }
        return text
    }
}
