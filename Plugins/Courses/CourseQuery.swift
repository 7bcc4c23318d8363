internal import Atrium
internal import Foundation

/// Courses by title, in pages.
public struct CourseQuery: Sendable {
    /// Words that id, title or description contain, all of them, whatever their case and accents: up to 20 words in 1,000
    /// bytes.
    public var text: String?
    /// Only courses in this language: `en` finds `en-GB` as well.
    public var language: String?
    /// Retired courses too.
    public var includesRetired = false
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public struct Cursor: Sendable, Equatable {
        let key: String
        let id: CourseID
    }

    public init(text: String? = nil) { self.text = text }

    func page(in work: UnitOfWork) throws -> CoursePage {
        guard text?.utf8.count ?? 0 <= 1000, language?.utf8.count ?? 0 <= 100 else { throw CourseError.invalidSearch }
        let words = Self.searchKey(text ?? "").split(whereSeparator: \.isWhitespace).prefix(20).map(String.init)
        let limit = min(max(limit, 1), 1000)
        let prefix = language.map { $0 + "-" } ?? ""
        let courses = try work.rows(
            """
            SELECT \(Course.columns) FROM courses_course c
            WHERE (c.title_key, c.id) > (\(cursor?.key ?? ""), \(cursor?.id.description ?? ""))
                AND (\(includesRetired) OR c.retired_at IS NULL)
                AND (\(language) IS NULL OR lower(c.language) = lower(\(language))
                    OR substr(lower(c.language), 1, \(prefix.count)) = lower(\(prefix)))
                AND NOT EXISTS (SELECT 1 FROM json_each(\(json: words)) w WHERE instr(c.search_key, w.value) = 0)
            ORDER BY c.title_key, c.id LIMIT \(limit + 1)
            """, make: Course.init)
        let shown = courses.prefix(limit)
        let next = courses.count > limit ? shown.last.map { Cursor(key: Self.titleKey($0.title), id: $0.id) } : nil
        return CoursePage(courses: Array(shown), next: next)
    }

    /// The form by which titles are sorted.
    static func titleKey(_ title: String) -> String { title.lowercased() }

    /// The form in which texts are searched: without case, accents and differences of width.
    static func searchKey(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}

public struct CoursePage: Sendable {
    public let courses: [Course]
    /// Where the next page starts; `nil` behind the last.
    public let next: CourseQuery.Cursor?
}
