internal import Foundation

/// What a JSON text says, with a canonical text of its own.
///
/// Foundation parses: it refuses what is not UTF-8, lone surrogates, numbers beyond a Double, and more than 512 levels. Of
/// two members with one name (the same by Unicode's canonical equivalence, too) the last counts. A comma behind the last
/// member passes on some platforms.
enum JSONValue {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Nil for what is not one JSON text.
    init?(json: [UInt8]) {
        // With a zero byte a text would be taken for UTF-16 or UTF-32; in UTF-8, JSON has none (RFC 8259, section 7).
        guard !json.contains(0), let parsed = try? JSONSerialization.jsonObject(with: Data(json)) else { return nil }
        self.init(parsed)
    }

    private init?(_ parsed: Any) {
        switch parsed {
        case let string as String: self = .string(string)
        case let members as [String: Any]:
            var values: [String: JSONValue] = [:]
            values.reserveCapacity(members.count)
            for (name, member) in members {
                guard let value = JSONValue(member) else { return nil }
                values[name] = value
            }
            self = .object(values)
        case let elements as [Any]:
            var values: [JSONValue] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                guard let value = JSONValue(element) else { return nil }
                values.append(value)
            }
            self = .array(values)
        case let number as NSNumber:
            // `number is Bool` holds for 1, too; a boolean's type is "c", and JSON's numbers are never that small a type.
            if number.objCType.pointee == CChar(UInt8(ascii: "c")) {
                self = .boolean(number.boolValue)
            } else {
                guard number.doubleValue.isFinite else { return nil }
                self = .number(number.doubleValue)
            }
        case is NSNull: self = .null
        default: return nil
        }
    }

    /// One text for all that say the same: without white space, members by name, numbers as the shortest text of their
    /// Double. Only quotes and backslashes are escaped: it is made to be digested, not to be parsed.
    var canonicalText: String {
        var text = ""
        append(to: &text)
        return text
    }

    private func append(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let isTrue): text += isTrue ? "true" : "false"
        case .number(let number): text += (number == 0 ? 0 : number).description  // -0 is 0
        case .string(let string): Self.appendQuoted(string, to: &text)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.append(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            // By bytes: what is digested must not depend on a collation, or on a version of Unicode.
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (index, (name, member)) in sorted.enumerated() {
                if index > 0 { text += "," }
                Self.appendQuoted(name, to: &text)
                text += ":"
                member.append(to: &text)
            }
            text += "}"
        }
    }

    private static func appendQuoted(_ string: String, to text: inout String) {
        text += "\""
        if string.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            for scalar in string.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
        } else {
            text += string
        }
        text += "\""
    }
}

extension JSONValue {
    var string: String? { if case .string(let string) = self { string } else { nil } }

    var number: Double? { if case .number(let number) = self { number } else { nil } }

    var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

    /// A string that is an IRI as far as that can be told without its scheme's rules: a scheme, and nothing that RFC 3987
    /// keeps out (xAPI 1.0.3, Data, 2.2: an IRI without a scheme is refused).
    var iri: String? {
        guard let string, let colon = string.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = string.utf8[..<colon]
        let rest = string.utf8[colon...].dropFirst()
        let isScheme =
            scheme.first.map { Self.isLetter($0) } == true
            && scheme.allSatisfy { Self.isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
        let isClean = rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
        return isScheme && isClean && !rest.isEmpty ? string : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
