public import AtriumSurfaces

/// How a terminal marks titles and states. Without styles, the same words are there: no meaning is in a colour alone.
///
/// Source: ECMA-48, "Select Graphic Rendition": https://ecma-international.org/publications-and-standards/standards/ecma-48/
public enum TerminalStyle: Sendable {
    /// Text alone, for files and other programs.
    case plain
    /// Bold and colours.
    case coloured

    /// A title, or the heads of columns.
    public func bold(_ text: String) -> String { marked(text, "1") }

    /// A text about something that is good or bad.
    public func toned(_ text: String, _ tone: Tone) -> String {
        switch tone {
        case .good: marked(text, "32")
        case .neutral: text
        case .warning: marked(text, "33")
        case .bad: marked(text, "31")
        }
    }

    private func marked(_ text: String, _ code: String) -> String {
        self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
