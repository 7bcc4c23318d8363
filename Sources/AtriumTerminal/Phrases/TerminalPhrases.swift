public import AtriumLanguages

/// The texts of the terminal in other languages than English, for the platform's configuration.
public enum TerminalPhrases {
    /// Arabic, French and German.
    public static let all = [Phrases.arabic, .french, .german]
}
