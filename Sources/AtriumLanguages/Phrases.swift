internal import AtriumValues

/// Texts in one language: for each text of the source, what people read instead.
///
/// ```swift
/// static let french = Phrases("fr", [
///     "Invitations": "Invitations",
///     "{1 invitation was|invitations were} sent again.":
///         "{1, plural, one {# invitation a été renvoyée} other {# invitations ont été renvoyées}}.",
/// ])
/// ```
///
/// The name of a text is `Words.key`. In a translation, `{1}` stands for the first argument, wherever the language needs it.
/// `{1, plural, one {…} other {…}}` chooses by the first argument, which is a number; `#` stands for that number. `{1}` of a
/// number with a noun is the number alone. This is the part of ICU's MessageFormat that such texts need; it has no quotes, no
/// `=0` and no `select`: https://unicode-org.github.io/icu/userguide/format_parse/messages/
///
/// English stands in the source. `Phrases("en", …)` replaces texts of the source.
public struct Phrases: Sendable {
    /// The language, a tag of BCP 47. A tag with a region, such as `de-CH`, needs only what differs from `de`.
    public let language: String
    let phrases: [String: Phrase]
    /// What is wrong with the texts, as sentences.
    let faults: [String]

    /// Makes the texts of a language. Faults are reported when the platform is opened.
    public init(_ language: String, _ texts: KeyValuePairs<String, String>) {
        self.language = language
        var phrases: [String: Phrase] = [:]
        var faults: [String] = []
        if !LanguageTag.isWellFormed(language) {
            faults.append(
                "'\(language)' is not a tag of BCP 47 such as 'fr' or 'pt-BR'; correct the tag of the phrases")
        }
        for (key, text) in texts {
            do throws(Phrase.Fault) {
                guard phrases.updateValue(try Phrase(text, for: key), forKey: key) == nil else {
                    throw Phrase.Fault("it is translated twice; remove one translation")
                }
            } catch { faults.append("phrase '\(key)' in '\(language)': \(error.reason)") }
        }
        (self.phrases, self.faults) = (phrases, faults)
    }

    /// The names of the texts that are translated.
    public var keys: Set<String> { Set(phrases.keys) }
}
