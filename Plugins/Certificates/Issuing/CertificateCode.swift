public import Atrium

/// The code by which anybody verifies a certificate: the organization's id and 152 random bits.
///
/// As text it has 56 characters in groups of four: `[0-9A-Z]` without I, L, O and U (Crockford's Base32). When somebody enters
/// a code, case, white space and hyphens do not matter. O is read as 0; I and L are read as 1. To guess a code, somebody has to
/// find one of 2^152 values. The code is printed on the certificate and made to be shown. Therefore it is stored in plain text:
/// everybody who can read the organization's file sees it.
///
/// Its `description` is the code, because it is made to be shown. When another value that contains it is printed, the code is
/// not shown.
public struct CertificateCode: TextValue, CustomDebugStringConvertible, CustomReflectable {
    /// The organization that issued the certificate: `platform.tenant(code.organization)` verifies it. If there is no such
    /// organization, answer as for an unknown code.
    public let organization: OrganizationID
    let secret: [UInt8]

    static let secretSize = 19

    init(organization: OrganizationID, secret: [UInt8]) {
        (self.organization, self.secret) = (organization, secret)
    }

    /// Reads what somebody entered; `nil` if it cannot be a code.
    public init?(_ text: String) {
        // Nobody types ten times as much. The rest of a longer text is ignored.
        let entered = Array(text.unicodeScalars.prefix(560)).filter {
            !$0.properties.isWhitespace && !$0.properties.isDash
        }
        guard entered.count == 56, let bytes = Base32.bytes(of: entered),
            let organization = OrganizationID(bytes: bytes.prefix(16))
        else { return nil }
        self.init(organization: organization, secret: Array(bytes.dropFirst(16)))
    }

    public var description: String {
        let text = Base32.text(of: organization.bytes + secret)
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: "-")
    }

    public var debugDescription: String { "CertificateCode(not shown)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Crockford's Base32 of whole groups: 5 bytes become 8 characters.
private enum Base32 {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func text(of bytes: [UInt8]) -> [Character] {
        stride(from: 0, to: bytes.count, by: 5).flatMap { start in
            let group = bytes[start..<min(start + 5, bytes.count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return (0..<8).map { alphabet[Int(group >> (35 - 5 * UInt64($0)) & 31)] }
        }
    }

    static func bytes(of scalars: [Unicode.Scalar]) -> [UInt8]? {
        let values = scalars.compactMap(value)
        guard values.count == scalars.count, values.count % 8 == 0 else { return nil }
        return stride(from: 0, to: values.count, by: 8).flatMap { start in
            let group = values[start..<start + 8].reduce(UInt64(0)) { $0 << 5 | $1 }
            return (0..<5).map { UInt8(truncatingIfNeeded: group >> (32 - 8 * UInt64($0))) }
        }
    }

    private static func value(_ scalar: Unicode.Scalar) -> UInt64? {
        switch scalar {
        case "O", "o": return 0
        case "I", "i", "L", "l": return 1
        default:
            guard scalar.isASCII, let place = alphabet.firstIndex(of: Character(String(scalar).uppercased())) else {
                return nil
            }
            return UInt64(place)
        }
    }
}
