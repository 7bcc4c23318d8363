internal import Atrium

/// The limits of a text that a member writes for others.
enum MessageText {
    static let rule: Words = """
        at most 20,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden \
        or left open
        """

    static func isWithinLimits(_ text: String) -> Bool {
        TextRule.isText(text, upTo: 20_000)
    }
}
