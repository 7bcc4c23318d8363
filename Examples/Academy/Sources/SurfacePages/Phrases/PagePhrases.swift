public import Atrium

/// The texts of the pages in other languages than English, for the platform's configuration.
public enum PagePhrases {
    /// Arabic, French and German.
    public static let all = [Phrases.arabic, .french, .german]
}
