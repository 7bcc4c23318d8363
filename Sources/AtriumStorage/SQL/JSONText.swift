/// Writes the JSON arrays that `\(json:)` binds.
enum JSONText {
    static func array(of values: some Sequence<SQL.Value>) -> String {
        var text = "["
        for value in values {
            if text.utf8.count > 1 { text += "," }
            switch value {
            case .integer(let number): text += String(number)
            case .real(let number) where number.isFinite: text += String(number)
            case .text(let string): append(string, to: &text)
            case .null, .real, .blob: text += "null"
            }
        }
        return text + "]"
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        defer { text += "\"" }
        let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text.unicodeScalars.append("\\")
                text.unicodeScalars.append(scalar)
            case "\0"..."\u{1F}":
                let hexadecimal = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default:
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
