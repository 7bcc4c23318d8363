internal import AtriumSystem

/// An e-mail address. Addresses are compared as ASCII without case. No other letter is folded, and no dot or tag is dropped.
///
/// The accepted form is that of RFC 5321, without quoted local parts and address literals. A domain with letters outside ASCII
/// is written in its ASCII form (`xn--…`).
public struct EmailAddress: FaultedTextValue, Comparable {
    /// The address in lower case.
    public let description: String

    /// Why a text is not an address. No case contains the text, because the text may be personal data.
    public enum Fault: String, ExplainedError {
        /// The text is empty.
        case empty = "there is no address; fill it in"
        /// It has a control character of ASCII, which may be invisible.
        case control = "it contains a control character; remove it"
        /// It has a character outside ASCII, before or after the @.
        case nonASCII =
            "it contains a letter outside ASCII; write the domain in its ASCII form (xn--…), or ask for an address in ASCII"
        /// It has no @, or more than one.
        case noAt = "it has no single @ between name and domain; correct it"
        /// The part before the @ has more than 64 bytes, a character that is not allowed, or a dot in the wrong place.
        case localPart = "the part before the @ is not a valid name; correct it"
        /// The part after the @ is not two or more labels joined by dots, each of 1 to 63 letters, digits and inner hyphens.
        case domain = "the part after the @ is not a domain such as example.org; correct it"
        /// It has more than 254 bytes.
        case tooLong = "it is longer than 254 characters; ask for a shorter one"
    }

    public init(_ text: String) throws(Fault) {
        let bytes = text.utf8.map { ASCII.lowercased($0) }
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.allSatisfy({ $0 > 0x1F && $0 != 0x7F }) else { throw .control }
        guard bytes.allSatisfy({ $0 < 0x80 }) else { throw .nonASCII }
        guard bytes.count <= 254 else { throw .tooLong }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .noAt }
        guard Self.isLocalPart(parts[0]) else { throw .localPart }
        guard Self.isDomain(parts[1]) else { throw .domain }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// The replacement for an address that its owner no longer has. It belongs to nobody, and no mail goes there (RFC 2606,
    /// section 2).
    package static func released<Noun>(by id: ID<Noun>) -> EmailAddress { EmailAddress(known: "\(id)\(released)") }

    /// Whether it is such a replacement.
    package var isReleased: Bool { description.hasSuffix(Self.released) }

    private static let released = "@released.invalid"

    private init(known text: String) { description = text }

    private static let marks = "!#$%&'*+-/=?^_`{|}~".utf8

    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return bytes.count <= 64
            && atoms.allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy { ASCII.isLowercaseOrDigit($0) || Self.marks.contains($0) }
            }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { ASCII.isLowercaseOrDigit($0) || $0 == hyphen }
            }
    }

    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
