/// The header in which a browser says which languages its reader reads.
///
/// Source: https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
enum AcceptLanguage {
    /// The tags, the most wanted first. `*` and what is not wanted are left out.
    static func tags(_ header: String) -> [String] {
        let ranges = header.split(separator: ",").prefix(20).map { range -> (tag: Substring, weight: Double) in
            let parts = range.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (parts.first?.prefix { !$0.isWhitespace } ?? "", weight)
        }
        return ranges.enumerated().filter { $0.element.weight > 0 && $0.element.tag != "*" && !$0.element.tag.isEmpty }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map { String($0.element.tag) }
    }
}
