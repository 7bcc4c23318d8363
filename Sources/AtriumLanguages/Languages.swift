internal import AtriumSystem
internal import AtriumValues
internal import Foundation

/// The languages of a platform: English, and those for which there are phrases.
public final class Languages: Sendable {
    /// A text that is not translated.
    public struct Missing: Sendable, Hashable, Comparable {
        /// The language in which somebody read it.
        public let language: String
        /// The name of the text, `Words.key`.
        public let key: String

        public static func < (one: Missing, other: Missing) -> Bool {
            (one.language, one.key) < (other.language, other.key)
        }
    }

    /// What is wrong with the phrases, as sentences.
    private let faults: [String]
    private let phrases: [Phrases]
    /// The phrases of each tag that is declared, with those of the more general tags.
    private let merged: [String: [String: Phrase]]
    private let known = Locked<[String: Language]>([:])
    /// What nobody has translated, by language. Single organizations share it with the platform.
    private let gaps: [String: Locked<Set<String>>]

    /// Languages made of phrases. Later phrases replace earlier ones of the same text.
    public convenience init(_ phrases: [Phrases] = []) { self.init(phrases, gaps: [:]) }

    private init(_ phrases: [Phrases], gaps: [String: Locked<Set<String>>]) {
        self.phrases = phrases
        faults = phrases.flatMap(\.faults)
        let tags = Set(phrases.map { Self.folded($0.language) })
        let merged = tags.map { tag in
            // The general language comes first, so that the phrases of the place replace its own.
            let own = Self.parents(of: tag).reversed().flatMap { parent in
                phrases.filter { Self.folded($0.language) == parent }
            }
            return (tag, own.reduce(into: [String: Phrase]()) { $0.merge($1.phrases) { _, later in later } })
        }
        self.merged = Dictionary(uniqueKeysWithValues: merged)
        let own = tags.filter { $0.prefix { $0 != "-" } != "en" }.map { ($0, gaps[$0] ?? Locked([])) }
        self.gaps = Dictionary(uniqueKeysWithValues: own)
    }

    /// These languages. Throws `ConfigurationError` with everything that is wrong with the phrases.
    package func checked() throws -> Languages {
        guard faults.isEmpty else { throw ConfigurationError(faults: faults) }
        return self
    }

    /// These languages with some texts replaced, for example those of one organization.
    public func replacing(_ phrases: [Phrases]) -> Languages {
        phrases.isEmpty ? self : Languages(self.phrases + phrases, gaps: gaps)
    }

    /// The tags of the languages in which people can read: English, and those that are translated for the greater part.
    public var tags: [String] {
        let most = merged.values.map(\.count).max() ?? 0
        return Set(merged.filter { $0.value.count * 2 >= most }.keys).union(["en"]).sorted()
    }

    /// The language of a tag, in which people read. If there are phrases for a more general tag only, for `fr` and not for
    /// `fr-CA`, the texts are those of the general one, and days and numbers are those of the place. A language that is not
    /// translated for the greater part is shown as English.
    public func language(_ tag: String) -> Language {
        let parents = Self.parents(of: Self.folded(tag))
        return parents.contains(where: tags.contains) ? language(ofDocument: tag) : language(ofDocument: "en")
    }

    /// The language of a tag for a single document, such as a certificate, even if only that document is translated.
    public func language(ofDocument tag: String) -> Language {
        let parents = LanguageTag.isWellFormed(tag) ? Self.parents(of: Self.folded(tag)) : []
        let declared = parents.first { merged[$0] != nil }
        guard let tag = declared == nil && parents.last != "en" ? "en" : parents.first else { return .english }
        if let language = known.withLock({ $0[tag] }) { return language }
        let language = Language(
            tag, declared.flatMap { merged[$0] } ?? merged["en"] ?? [:], missing: declared.flatMap { gaps[$0] })
        return known.withLock { known in
            // Organizations may name any place, so the number of those that are kept has a bound.
            if known.count >= 200 { known = [:] }
            known[tag] = language
            return language
        }
    }

    /// The first of some tags in which people can read, or English: `Accept-Language` in the order of its weights. What a stranger
    /// sends chooses among the languages that exist, and makes none.
    public func language(preferring wanted: [String]) -> Language {
        let tags = Set(tags.map(Self.folded))
        let first = wanted.lazy.compactMap { Self.parents(of: Self.folded($0)).first(where: tags.contains) }.first
        return language(first ?? "en")
    }

    /// The texts that somebody read in another language than the reader's, because they are not translated.
    public var missing: [Missing] {
        gaps.flatMap { language, keys in
            keys.withLock { $0 }.map { Missing(language: language, key: $0) }
        }.sorted()
    }

    /// A tag and the more general ones: `de-latn-ch`, `de-latn`, `de`.
    private static func parents(of tag: String) -> [String] {
        var tags: [String] = []
        var parts = tag.split(separator: "-")
        while !parts.isEmpty {
            tags.append(parts.joined(separator: "-"))
            parts.removeLast()
        }
        return tags
    }

    /// Tags are compared without regard to capital letters.
    private static func folded(_ tag: String) -> String { ASCII.lowercased(tag) }
}
