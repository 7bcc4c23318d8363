internal import AtriumSystem

/// An e-mail address, compared as ASCII without case; no other letter is folded, no dot or tag is dropped.
///
/// The accepted form is RFC 5321's without quoted local parts and address literals. A domain with other letters is written
/// in its ASCII form (`xn--…`).
public struct EmailAddress: FaultedTextValue, Comparable {
    /// The address in lower case.
    public let description: String

    /// Why a text is not an address. No case carries the text: it may be personal.
    public enum Fault: String, Error, Sendable, CustomStringConvertible {
        case empty = "there is no address; fill it in"
        case control = "it contains a control character; remove it"
        case nonASCII =
            "it contains a letter outside ASCII; write the domain in its ASCII form (xn--…), or ask for an address in ASCII"
        case noAt = "it has no single @ between name and domain; correct it"
        case localPart = "the part before the @ is not a valid name; correct it"
        case domain = "the part after the @ is not a domain such as example.org; correct it"
        case tooLong = "it is longer than 254 characters; ask for a shorter one"

        public var description: String { rawValue }
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

    /// What stands in the place of an address that its owner has no more: nobody's, and no mail goes there (RFC 2606, section 2).
    package static func released<Noun>(by id: ID<Noun>) -> EmailAddress { EmailAddress(known: "\(id)\(released)") }

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
