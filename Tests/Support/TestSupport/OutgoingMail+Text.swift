public import AtriumMail

extension OutgoingMail {
    /// The message as its reader's program decodes it: its head and its bodies, without quoted-printable.
    public var decoded: String {
        var bytes: [UInt8] = []
        var rest = content[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if digits == "\r\n" {
                rest.removeFirst(2)
            } else if let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What people read: the plain text, and the text of the HTML.
    public var texts: [String] {
        let bodies = decoded.split(separator: "Content-Transfer-Encoding: quoted-printable").dropFirst()
        return bodies.map { String($0).replacing(/<style>.*<\/style>|<[^>]*>|--=_\S*|Content-Type.*/, with: " ") }
    }

    /// The tag of the language that the message names; empty if it names none.
    public var language: String { String(decoded.firstMatch(of: /Content-Language: (\S+)/)?.1 ?? "") }
}
