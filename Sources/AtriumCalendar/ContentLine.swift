/// One line of iCalendar (RFC 5545, 3.1): a name, perhaps with parameters, and a value. It is made of bytes, not of characters,
/// so that the time is linear.
struct ContentLine {
    private var bytes: [UInt8]

    /// A line with a value that is not of type TEXT. The value is written unchanged.
    init(_ name: String, _ value: String) { bytes = Array("\(name):\(value)".utf8) }

    /// A line with a value of type TEXT (3.3.11), which is escaped. Line breaks of any kind become line feeds. Other control
    /// characters are left out, because TEXT has no form for them.
    init(_ name: String, text value: String) {
        self.init(name, "")
        bytes.reserveCapacity(bytes.count + value.utf8.count)
        var previous = Unicode.Scalar(0)
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case "\0"..."\u{8}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: bytes += String(scalar).utf8
            }
            previous = scalar
        }
    }

    /// Appends the line with its CRLF. It is folded into pieces of 75 octets at most, never inside a character of UTF-8. Each
    /// further piece begins with a space, which counts as an octet.
    func fold(into text: inout [UInt8]) {
        var octets = 0
        for byte in bytes {
            // The number of octets of the character that begins here; 0 inside a character.
            let width = byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if octets + width > 75 {
                text += "\r\n ".utf8
                octets = 1
            }
            text.append(byte)
            octets += 1
        }
        text += "\r\n".utf8
    }
}
