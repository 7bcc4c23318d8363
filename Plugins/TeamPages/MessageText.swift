/// What bounds a text that somebody writes for others.
enum MessageText {
    static let limit = "20,000 characters"

    static func isWithinLimits(_ text: String) -> Bool {
        // Bytes first: a single character may have any number of them.
        text.utf8.count <= 80_000 && text.count <= 20_000 && !text.utf8.contains(0)
    }
}
