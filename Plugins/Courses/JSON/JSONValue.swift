/// The value of a JSON text, as ``JSONParser`` reads it. It also has a canonical text.
enum JSONValue {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The value of one JSON text; `nil` for anything else.
    init?(json: [UInt8]) {
        guard let value = JSONParser.value(of: json) else { return nil }
        self = value
    }

    /// One text for all values that say the same: without white space, with members ordered by name and numbers written by
    /// their value. Only quotes and backslashes are escaped: the text is made for a digest, not for a parser.
    var canonicalText: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func append(to text: inout [UInt8]) {
        switch self {
        case .null: text += "null".utf8
        case .boolean(let isTrue): text += isTrue ? "true".utf8 : "false".utf8
        case .number(let number): text += number.canonicalText.utf8
        case .string(let string): Self.appendQuoted(string, to: &text)
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                element.append(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .object(let object):
            text.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Self.appendQuoted(member.name, to: &text)
                text.append(UInt8(ascii: ":"))
                member.value.append(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    private static func appendQuoted(_ string: String, to text: inout [UInt8]) {
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        text.append(quote)
        if string.utf8.contains(where: { $0 == quote || $0 == backslash }) {
            for byte in string.utf8 {
                if byte == quote || byte == backslash { text.append(backslash) }
                text.append(byte)
            }
        } else {
            text += string.utf8
        }
        text.append(quote)
    }
}

/// The members of a JSON object, each name once.
///
/// Names are compared by their bytes. The digest must not depend on a collation or a version of Unicode. Also, comparing two
/// texts by Unicode's rules may take time proportional to the square of their length.
struct JSONObject {
    /// In the order of their names' bytes.
    private(set) var members: [(name: String, value: JSONValue)]
    /// Whether this object, or an object inside it, was written with the same name twice. Readers differ in which of the two
    /// members they use.
    let repeatsName: Bool

    /// If two members have the same name, the last one counts. A member that is null counts as absent (xAPI 1.0.3, Data, 2.2,
    /// allows null only in extensions).
    init(_ parsed: [(name: String, value: JSONValue)]) {
        members = []
        members.reserveCapacity(parsed.count)
        var repeatsName = parsed.contains { $0.value.repeatsName }
        // The sort is stable: members with the same name keep their order.
        for member in parsed.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            if let last = members.last, last.name.isSame(as: member.name) {
                members.removeLast()
                repeatsName = true
            }
            members.append(member)
        }
        members.removeAll { $0.value.isNull }
        self.repeatsName = repeatsName
    }

    subscript(name: String) -> JSONValue? { members.first { $0.name.isSame(as: name) }?.value }

    func without(_ names: String...) -> JSONObject {
        var rest = self
        rest.members.removeAll { member in names.contains { member.name.isSame(as: $0) } }
        return rest
    }

    /// The object without members that are empty objects or lists, at any depth. Extensions keep theirs: their content belongs
    /// to the sender.
    var withoutEmpty: JSONObject {
        var rest = self
        rest.members = members.compactMap { member in
            let value = member.name.isSame(as: "extensions") ? member.value : member.value.withoutEmpty
            return value.isEmpty ? nil : (member.name, value)
        }
        return rest
    }

    /// The same object with one member changed, if it has this member.
    func with(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONObject {
        var rest = self
        if let index = members.firstIndex(where: { $0.name.isSame(as: name) }) {
            rest.members[index].value = change(members[index].value)
        }
        return rest
    }
}

extension JSONValue {
    fileprivate var isNull: Bool { if case .null = self { true } else { false } }

    fileprivate var isEmpty: Bool {
        switch self {
        case .array(let elements): elements.isEmpty
        case .object(let object): object.members.isEmpty
        default: false
        }
    }

    fileprivate var withoutEmpty: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutEmpty))
        case .object(let object): .object(object.withoutEmpty)
        default: self
        }
    }

    /// Whether an object in this value repeats a name. An object has the answer for everything inside it.
    fileprivate var repeatsName: Bool {
        switch self {
        case .array(let elements): elements.contains(where: \.repeatsName)
        case .object(let object): object.repeatsName
        default: false
        }
    }

    var string: String? { if case .string(let string) = self { string } else { nil } }

    var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }

    var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }

    var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// The string, if it has a scheme and no character that RFC 3987 forbids (xAPI 1.0.3, Data, 2.2: an IRI without a scheme is
    /// refused). The rules of the scheme itself are not checked.
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

extension String {
    /// Whether both have the same bytes. `==` compares by Unicode's rules, which may take time proportional to the square of
    /// the length.
    func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }
}
