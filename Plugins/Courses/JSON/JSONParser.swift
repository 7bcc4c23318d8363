/// Reads one JSON text by RFC 8259, in time proportional to its length.
///
/// It accepts only UTF-8, no lone surrogates, no number beyond a Double, and at most 512 levels. Foundation's parser is not
/// used: it keeps names in a dictionary of `String`, which takes time proportional to the square of a name's length, and
/// it keeps numbers as `Double`.
struct JSONParser {
    private static let deepest = 512

    private let json: [UInt8]
    private var position = 0

    /// The value of one JSON text; `nil` for anything else.
    static func value(of json: [UInt8]) -> JSONValue? {
        var parser = JSONParser(json: json)
        guard let value = parser.value(depth: 0) else { return nil }
        parser.skipSpace()
        return parser.position == json.count ? value : nil
    }

    private init(json: [UInt8]) { self.json = json }

    private var next: UInt8? { position < json.count ? json[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return depth < Self.deepest ? object(depth) : nil
        case UInt8(ascii: "["): return depth < Self.deepest ? array(depth) : nil
        case UInt8(ascii: "\""): return string().map(JSONValue.string)
        case UInt8(ascii: "t"): return word("true", .boolean(true))
        case UInt8(ascii: "f"): return word("false", .boolean(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default:
            var rest = json[position...]
            guard let number = JSONNumber(&rest) else { return nil }
            position = rest.startIndex
            return .number(number)
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        let length = word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { json[position...].starts(with: $0) }
        position += length
        return isThere ? value : nil
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
        position += 1
        var members: [(name: String, value: JSONValue)] = []
        if skip(UInt8(ascii: "}")) { return .object(JSONObject([])) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\""), let name = string(), skip(UInt8(ascii: ":")),
                let value = value(depth: depth + 1)
            else { return nil }
            members.append((name, value))
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "}")) ? .object(JSONObject(members)) : nil
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        if skip(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "]")) ? .array(elements) : nil
    }

    // MARK: - Strings

    private mutating func string() -> String? {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if next == UInt8(ascii: "\"") {
            position += 1
            return String(validating: json[start..<(position - 1)], as: UTF8.self)
        }
        var bytes = Array(json[start..<position])
        while let byte = next, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(validating: bytes, as: UTF8.self) }
            if byte != UInt8(ascii: "\\") {
                bytes.append(byte)
            } else if let scalar = escaped() {
                bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard let letter = next else { return nil }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// The scalar after `\u`: one code unit of UTF-16, or a pair of surrogates.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let unit = codeUnit() else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        guard next == UInt8(ascii: "\\") else { return nil }
        position += 1
        guard next == UInt8(ascii: "u") else { return nil }
        position += 1
        guard let second = codeUnit(), UTF16.isTrailSurrogate(second) else { return nil }
        return UTF16.decode(UTF16.EncodedScalar([unit, second]))
    }

    private mutating func codeUnit() -> UInt16? {
        guard json.count - position >= 4 else { return nil }
        let digits = json[position..<(position + 4)]
        guard digits.allSatisfy(\.isHexadecimal) else { return nil }
        position += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
