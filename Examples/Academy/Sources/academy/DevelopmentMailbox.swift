import Foundation
import SurfacePages

/// The messages in a folder of `.eml` files, for developers: the newest first. It reads what the platform writes, not any mail.
struct DevelopmentMailbox {
    /// How many messages are shown.
    private static let most = 50

    let folder: String

    func messages() throws -> [MailboxMessage] {
        let files = try FileManager.default.contentsOfDirectory(
            at: URL(filePath: folder), includingPropertiesForKeys: [.contentModificationDateKey])
        let dated = files.filter { $0.pathExtension == "eml" }.map { file in
            (
                file,
                (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
                    ?? .distantPast
            )
        }
        return try dated.sorted { ($0.1, $0.0.path) > ($1.1, $1.0.path) }.prefix(Self.most).map { file, _ in
            Self.message(String(decoding: try Data(contentsOf: file), as: UTF8.self))
        }
    }

    /// Reads a message of RFC 5322 with a part of plain text.
    static func message(_ content: String) -> MailboxMessage {
        let (head, body) = parted(content.replacing("\r\n", with: "\n"))
        let headers = headers(head)
        var (text, encoding) = (body, headers["content-transfer-encoding"] ?? "")
        if let type = headers["content-type"], let boundary = type.firstMatch(of: /boundary="([^"]+)"/)?.1 {
            for part in body.split(separator: "--\(boundary)") {
                let (partHead, partBody) = parted(String(part.drop { $0 == "\n" }))
                let partHeaders = Self.headers(partHead)
                guard partHeaders["content-type"]?.hasPrefix("text/plain") == true else { continue }
                (text, encoding) = (partBody, partHeaders["content-transfer-encoding"] ?? "")
                break
            }
        }
        return MailboxMessage(
            subject: decodedWords(headers["subject"] ?? ""), recipient: headers["to"] ?? "",
            date: headers["date"] ?? "", text: decoded(text, encoding))
    }

    private static func parted(_ text: String) -> (head: String, body: String) {
        guard let end = text.firstRange(of: "\n\n") else { return (text, "") }
        return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
    }

    /// The headers by their names in small letters. A line that begins with a blank continues the line before.
    private static func headers(_ head: String) -> [String: String] {
        let lines = head.replacing(/\n[ \t]+/, with: " ").split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func decoded(_ text: String, _ encoding: String) -> String {
        switch encoding.lowercased() {
        case "quoted-printable": quotedPrintable(text.replacing("=\n", with: ""))
        case "base64":
            String(decoding: Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data(), as: UTF8.self)
        default: text
        }
    }

    private static func quotedPrintable(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), let code = UInt8(Substring(rest.prefix(2)), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes the encoded words of RFC 2047.
    private static func decodedWords(_ text: String) -> String {
        text.replacing(/\?= +=\?/, with: "?==?").replacing(/=\?utf-8\?([bq])\?([^?]*)\?=/.ignoresCase()) { match in
            match.1.lowercased() == "b"
                ? decoded(String(match.2), "base64") : quotedPrintable(String(match.2).replacing("_", with: " "))
        }
    }
}
