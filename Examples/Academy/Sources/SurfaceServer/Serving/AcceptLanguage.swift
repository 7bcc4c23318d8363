import Atrium

/// The header in which a browser says which languages its reader reads.
///
/// Source: https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
enum AcceptLanguage {
    /// The tags, the most wanted first, up to 20. What is no tag or is not wanted is left out.
    static func tags(_ header: String) -> [String] {
        let ranges = header.split(separator: ",").prefix(20).map { range -> (tag: String, weight: Double) in
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return (parts.first ?? "", weight ?? 1)
        }
        return ranges.enumerated().filter { $0.element.weight > 0 && LanguageTag.isWellFormed($0.element.tag) }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.tag)
    }
}
