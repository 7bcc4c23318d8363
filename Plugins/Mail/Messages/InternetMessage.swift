internal import Atrium
internal import AtriumCalendar
internal import AtriumMarkup
internal import Foundation

/// A message in the form of RFC 5322: an ASCII header with encoded words (RFC 2047), and bodies in quoted-printable (RFC 2045).
struct InternetMessage {
    let bytes: [UInt8]

    /// Writes a message. A message to a member has no `To` field yet: `HandOver` adds it.
    init(_ message: MailMessage, messageID: String, sender: EmailAddress, date: Date) {
        var header = [
            "Date: \(Self.date(date))",
            "From: \(Self.mailbox(message.senderName, sender))",
            "Message-ID: <\(messageID)>",
            "Subject: \(EncodedWords.fold(message.subject, after: 9))",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        if message.member == nil {
            header.append("To: \(Self.mailbox(message.recipientName, message.recipient))")
        }
        if let language = message.language { header.append("Content-Language: \(language)") }
        var parts = [Self.part("plain", message.text)]
        if let html = message.html { parts.append(Self.part("html", Self.page(html, of: message))) }
        if let calendar = message.calendar {
            // RFC 6047, section 2.4: the method of the part is the METHOD of the calendar.
            parts.append(Self.part("calendar; method=\(calendar.method.rawValue)", calendar.text))
        }
        let body = parts.count == 1 ? parts[0] : Self.alternatives(parts, named: messageID)
        bytes = Array((header.joined(separator: "\r\n") + "\r\n" + body).utf8)
    }

    private static func page(_ html: String, of message: MailMessage) -> String {
        let language = message.language ?? ""
        return """
            <!DOCTYPE html>
            <html lang="\(XMLText.escaped(language))" dir="\(TextDirection(ofLanguage: language).rawValue)">
            <head><meta charset="utf-8"/><title dir="auto">\(XMLText.escaped(EncodedWords.printable(message.subject)))</title></head>
            <body>
            \(html)
            </body>
            </html>

            """
    }

    /// A text with the header fields that describe it.
    static func part(_ subtype: String, _ text: String) -> String {
        "Content-Type: text/\(subtype); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encode(text)
    }

    /// The same content in several forms, the richest form last (RFC 2046, section 5.1.4).
    static func alternatives(_ parts: [String], named messageID: String) -> String {
        // No part can contain it: in quoted-printable, hexadecimal digits or a line end follow "=".
        let boundary = "=_\(messageID.prefix { $0 != "@" })"
        return "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
            + parts.map { "--\(boundary)\r\n\($0)" }.joined() + "--\(boundary)--\r\n"
    }

    /// RFC 5322's date in UTC, limited to the years 1970 to 9999. The names are English, even if the machine's language is not.
    private static func date(_ date: Date) -> String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let moment = date.timeIntervalSince1970 > 0 ? Int(min(date.timeIntervalSince1970, 253_402_300_799)) : 0
        let (days, seconds) = moment.quotientAndRemainder(dividingBy: 86_400)
        let day = Day(number: days)
        let (weekday, month) = (weekdays[day.isoWeekday - 1], months[day.yearAndMonth.month - 1])
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }.joined(separator: ":")
        return "\(weekday), \(digits(day.dayOfMonth, 2)) \(month) \(digits(day.yearAndMonth.year, 4)) \(time) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A name, if there is one, and the address on a separate line. So neither can push the other over the limit of a line.
    static func mailbox(_ name: String?, _ address: EmailAddress, after used: Int = 6) -> String {
        guard let name, !EncodedWords.printable(name).isEmpty else { return "<\(address)>" }
        return "\(EncodedWords.phrase(name, after: used))\r\n <\(address)>"
    }
}

/// Writes text in a header.
enum EncodedWords {
    /// The text without what a line cannot contain, because a parser finds line breaks even inside encoded words. Isolates
    /// limit the direction of a name to the name; they stay if each is closed.
    static func printable(_ text: String) -> String {
        // Most texts are visible ASCII, which needs no lookup in Unicode's tables.
        let space = UInt8(ascii: " ")
        if text.utf8.allSatisfy({ $0 >= space && $0 < 0x7F }), text.utf8.first != space, text.utf8.last != space {
            return text
        }
        let isolates: ClosedRange<Unicode.Scalar> = "\u{2066}"..."\u{2069}"
        let scalars = text.unicodeScalars.filter { TextRule.canStandInLine($0) || isolates.contains($0) }
        let line = String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
        if TextRule.closesIsolates(line) { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.filter(TextRule.canStandInLine)))
            .trimmingCharacters(in: .whitespaces)
    }

    /// Plain text if it is short ASCII, encoded words otherwise.
    static func fold(_ text: String, after used: Int) -> String {
        let text = printable(text)
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        return isPlain && text.utf8.count + used <= 76 ? text : encode(text, after: used)
    }

    /// A quoted string, folded at its spaces, if the text is ASCII; encoded words otherwise.
    static func phrase(_ text: String, after used: Int) -> String {
        let text = printable(text)
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        guard isPlain else { return encode(text, after: used) }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.allSatisfy({ (1...60).contains($0.count) }) else { return encode(text, after: used) }
        var lines = ["\""]
        var column = used
        for (index, word) in words.enumerated() {
            let quoted = word.reduce(into: "") { $0 += $1 == "\\" || $1 == "\"" ? "\\\($1)" : String($1) }
            if index > 0, column + quoted.count + 2 > 76 {
                lines.append("")
                column = 0
            }
            lines[lines.count - 1] += (index > 0 ? " " : "") + quoted
            column += quoted.count + 1
        }
        return lines.joined(separator: "\r\n") + "\""
    }

    /// Encoded words of at most 75 characters, one on each line. Each has whole characters (RFC 2047, section 2).
    static func encode(_ text: String, after used: Int) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in printable(text).unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes are 60 characters in base64. "=?utf-8?B?" and "?=" are 12 more.
            let limit = words.count == 1 ? max(12, 45 - used) : 45
            if words[words.count - 1].count + bytes.count > limit { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

/// Writes a body: lines of at most 76 ASCII characters.
enum QuotedPrintable {
    static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count * 5 / 4)
        var (line, previous): ([UInt8], Unicode.Scalar) = ([], "\0")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            // Every kind of line break becomes CR LF.
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                append(line, to: &encoded)
                line.removeAll(keepingCapacity: true)
            default: line += String(scalar).utf8
            }
            previous = scalar
        }
        append(line, to: &encoded)
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func append(_ line: [UInt8], to encoded: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isBlankAtEnd = (byte == 0x20 || byte == 0x09) && index == line.count - 1
            let isPlain =
                ((0x20...0x7E).contains(byte) || byte == 0x09) && byte != UInt8(ascii: "=") && !isBlankAtEnd
            let width = isPlain ? 1 : 3
            if column + width > 75 {
                encoded += "=\r\n".utf8
                column = 0
            }
            if isPlain { encoded.append(byte) } else { encoded += hexadecimal(byte) }
            column += width
        }
        encoded += "\r\n".utf8
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
