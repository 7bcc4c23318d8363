public import Atrium
internal import Foundation

/// Which courses of the catalogue to list. The pages are ordered by title.
public struct CourseQuery: Sendable, PagedList {
    public static let listName: StaticString = "courses.courses"
    public typealias Position = CourseID

    /// Words that the id, the title or the description contains. All of them must occur; case and accents do not matter. Up to
    /// 20 words in 1,000 bytes.
    public var text: String?
    /// Only courses in this language: `en` also finds `en-GB`. A text that is no tag of BCP 47 finds no course.
    public var language: String?
    /// Whether retired courses are listed too.
    public var includesRetired = false
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// How many courses a page has at most, from 1 to 1,000.
    public var limit = 100

    /// The first page of all courses that are not retired, or of those that contain the words of a text.
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

/// A page of the catalogue.
public struct CoursePage: Sendable {
    /// The courses, ordered by title.
    public let courses: [Course]
    /// Where the next page starts; `nil` after the last page.
    public let next: CourseQuery.Cursor?
}
