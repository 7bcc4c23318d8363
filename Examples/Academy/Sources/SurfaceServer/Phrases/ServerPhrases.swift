public import Atrium

/// The texts of the server in other languages than English, for the platform's configuration.
public enum ServerPhrases {
    /// Arabic, French and German.
    public static let all = [Phrases.arabic, .french, .german]
}
