extension TextRule {
    /// Whether it is a line without blanks at its ends, as names in code are that people read in lists.
    package static func isLabel(_ text: String, upTo limit: Int) -> Bool {
        isLine(text, upTo: limit) && text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }
}
