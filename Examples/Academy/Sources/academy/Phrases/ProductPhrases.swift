import Atrium

/// The texts of the product in other languages than English, for the platform's configuration.
enum ProductPhrases {
    /// Arabic, French and German.
    static let all = [Phrases.arabic, .french, .german]
}
