internal import AtriumSystem

/// The form of a language tag (BCP 47): subtags of 1 to 8 ASCII letters and digits, joined by hyphens, with 100 bytes at most.
/// The first subtag has two or three. It is not checked whether the language exists.
public enum LanguageTag {
    /// Whether the text has this form. Capital and small letters are both allowed.
    public static func isWellFormed(_ tag: String) -> Bool {
        guard tag.utf8.count <= 100 else { return false }
        let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return (2...3).contains(subtags[0].count) && subtags.allSatisfy { (1...8).contains($0.count) }
            && subtags.joined().allSatisfy { ASCII.isLowercaseOrDigit(ASCII.lowercased($0)) }
    }
}
