internal import Atrium

/// What bounds a text that somebody writes for others.
enum MessageText {
    static let rule = """
        at most 20,000 characters, no control character but tabs and line breaks, and no direction that is overridden or left \
        open
        """

    static func isWithinLimits(_ text: String) -> Bool {
        TextRule.isText(text, upTo: 20_000)
    }
}
