/// What texts that people write have in common. Bytes are bounded as well: a single character may have any number of them.
public enum TextRule {
    /// Whether it is a line to be shown: 1 to `limit` characters, none of them a control character, not only white space.
    public static func isLine(_ text: String, upTo limit: Int) -> Bool {
        guard text.utf8.count <= 10 * limit, (1...limit).contains(text.count) else { return false }
        return !text.allSatisfy(\.isWhitespace)
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Whether it is a text of up to `limit` characters, maybe empty, in any number of lines and without NUL.
    public static func isText(_ text: String, upTo limit: Int) -> Bool {
        text.utf8.count <= 4 * limit && text.count <= limit && !text.utf8.contains(0)
    }
}
