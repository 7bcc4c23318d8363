/// The complete address of a link that may be followed: http, https or mailto, in ASCII.
///
/// A text is not an address if a reader could see another scheme or host in it. So it has no blanks and control characters,
/// backslashes, quotes and brackets, and no user before the host. Entities are not decoded here.
struct LinkAddress {
    private static let longest = 2000

    let text: String

    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= Self.longest, bytes.allSatisfy({ Self.isAllowed($0) }) else { return nil }
        let spelt = bytes.map(Self.encoded).joined()
        for scheme in ["https://", "http://"] where spelt.lowercased().hasPrefix(scheme) {
            let rest = spelt.utf8.dropFirst(scheme.utf8.count)
            guard Self.isAuthority(rest.prefix { !"/?#".utf8.contains($0) }) else { return nil }
            text = scheme + String(decoding: rest, as: UTF8.self)
            return
        }
        let mail = "mailto:"
        guard spelt.lowercased().hasPrefix(mail), Self.isMailbox(spelt.utf8.dropFirst(mail.utf8.count)) else {
            return nil
        }
        text = mail + spelt.dropFirst(mail.count)
    }

    /// The address in parentheses at the start of `bytes`, and the position after them. The address may contain one level of
    /// parentheses itself.
    static func inParentheses(_ bytes: ArraySlice<UInt8>) -> (LinkAddress, end: Int)? {
        guard bytes.first == UInt8(ascii: "(") else { return nil }
        var isInside = false
        // A second level ends the search. So searches from several starts overlap twice at most.
        for (index, byte) in zip(bytes.indices, bytes).dropFirst().prefix(longest + 1) {
            switch byte {
            case UInt8(ascii: "("):
                if isInside { return nil }
                isInside = true
            case UInt8(ascii: ")"):
                if !isInside { return LinkAddress(bytes[(bytes.startIndex + 1)..<index]).map { ($0, index + 1) } }
                isInside = false
            default:
                if !isAllowed(byte) { return nil }
            }
        }
        return nil
    }

    /// A possible web address at the start of `bytes`, without the punctuation of the sentence around it.
    static func candidate(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
        var candidate = bytes.prefix { isAllowed($0) && !"[]".utf8.contains($0) }
        var isOpen = candidate.count { $0 == UInt8(ascii: "(") } - candidate.count { $0 == UInt8(ascii: ")") }
        while let last = candidate.last, ".,;:!?'*_~)".utf8.contains(last) {
            if last == UInt8(ascii: ")") {
                if isOpen >= 0 { break }
                isOpen += 1
            }
            candidate.removeLast()
        }
        return candidate
    }

    /// Whether a byte may be part of an address: visible ASCII except what RFC 3986 does not allow, and every byte beyond
    /// ASCII, which is then encoded.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    private static func encoded(_ byte: UInt8) -> String {
        byte < 0x80
            ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }

    /// Whether it is a host of letters, digits, hyphens, dots and encoded characters, perhaps with a port.
    private static func isAuthority(_ bytes: some Collection<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts[0].first, first.isAlphanumeric || first == UInt8(ascii: "%") else {
            return false
        }
        return parts[0].allSatisfy { $0.isAlphanumeric || "-._%".utf8.contains($0) }
            && parts.dropFirst().allSatisfy { $0.allSatisfy(\.isDigit) && $0.count <= 5 }
    }

    /// Whether it is one plain mailbox, without header fields and without a second recipient.
    private static func isMailbox(_ bytes: some Collection<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { $0.first?.isAlphanumeric == true }
            && parts[0].allSatisfy { $0.isAlphanumeric || "._+-".utf8.contains($0) }
            && parts[1].allSatisfy { $0.isAlphanumeric || ".-".utf8.contains($0) }
    }
}
