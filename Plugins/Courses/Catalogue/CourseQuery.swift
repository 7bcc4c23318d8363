public import Atrium
internal import Foundation

/// Courses by title, in pages.
public struct CourseQuery: Sendable, PagedList {
    public static let listName: StaticString = "courses.courses"
    public typealias Position = CourseID

    /// Words that id, title or description contain, all of them, whatever their case and accents: up to 20 words in 1,000
    /// bytes.
    public var text: String?
    /// Only courses in this language: `en` finds `en-GB` as well. What is no tag of BCP 47 finds none.
    public var language: String?
    /// Retired courses too.
    public var includesRetired = false
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public init(text: String? = nil) { self.text = text }

    func page(in work: UnitOfWork) throws -> CoursePage {
        guard text?.utf8.count ?? 0 <= 1000, language?.utf8.count ?? 0 <= 100 else { throw CourseError.invalidSearch }
        let start = try cursor.map { try Self.key(of: $0.position, in: work) } ?? ""
        guard language.map(LanguageTag.isWellFormed) ?? true else { return CoursePage(courses: [], next: nil) }
        guard let key = Names.searchKey(text ?? "") else { return CoursePage(courses: [], next: nil) }
        let words = key.split(whereSeparator: \.isWhitespace).prefix(20).map(String.init)
        let limit = min(max(limit, 1), 1000)
        let prefix = language.map { $0 + "-" } ?? ""
        let courses = try work.rows(
            """
            SELECT \(Course.columns) FROM courses_course c
            WHERE (c.title_key, c.id) > (\(start), \(cursor?.position.description ?? ""))
                AND (\(includesRetired) OR c.retired_at IS NULL)
                AND (\(language) IS NULL OR lower(c.language) = lower(\(language))
                    OR substr(lower(c.language), 1, \(prefix.count)) = lower(\(prefix)))
                AND NOT EXISTS (SELECT 1 FROM json_each(\(json: words)) w WHERE instr(c.search_key, w.value) = 0)
            ORDER BY c.title_key, c.id LIMIT \(limit + 1)
            """, make: Course.init)
        let shown = courses.prefix(limit)
        let next = courses.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil
        return CoursePage(courses: Array(shown), next: next)
    }

    private static func key(of course: CourseID, in work: UnitOfWork) throws -> String {
        let key = try work.first("SELECT title_key FROM courses_course WHERE id = \(course)", as: String.self)
        guard let key else { throw CursorError.gone }
        return key
    }
}

public struct CoursePage: Sendable {
    public let courses: [Course]
    /// Where the next page starts; `nil` behind the last.
    public let next: CourseQuery.Cursor?
}
