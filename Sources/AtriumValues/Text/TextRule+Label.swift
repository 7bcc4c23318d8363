extension TextRule {
    /// Whether the text is a line without blanks at its ends: the form of names in code that people read in lists.
    package static func isLabel(_ text: String, upTo limit: Int) -> Bool {
        isLine(text, upTo: limit) && text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }
}
