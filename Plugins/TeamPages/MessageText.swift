internal import Atrium

/// What bounds a text that somebody writes for others.
enum MessageText {
    static let limit = "20,000 characters"

    static func isWithinLimits(_ text: String) -> Bool {
        TextRule.isText(text, upTo: 20_000)
    }
}
