public import Atrium
public import AtriumCourses

/// Suggestions, the newest first, in pages.
public struct SuggestionQuery: Sendable, PagedList {
    public static let listName: StaticString = "suggestions.suggestions"
    public typealias Position = ID<Suggestion>

    /// Only those to this audience.
    public var audience: Audience?
    /// Only those of this course.
    public var course: CourseID?
    /// Withdrawn ones too.
    public var includesWithdrawn = false
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public init(audience: Audience? = nil) { self.audience = audience }

    /// Reads on, so many rows at a time, until the page is full: which people are in reach, only the kernel can tell.
    func page(in work: UnitOfWork, reach: Reach, stride: Int) throws -> SuggestionPage {
        let limit = min(max(limit, 1), 1000)
        let teams = reach.teams.map(Audience.team)
        var found: [Suggestion] = []
        var last = cursor?.position
        while found.count <= limit {
            let rows = try work.rows(
                """
                SELECT \(Suggestion.columns) FROM suggestions_suggestion s
                WHERE (\(last) IS NULL OR s.id < \(last)) AND (\(includesWithdrawn) OR s.withdrawn_at IS NULL)
                    AND (\(audience) IS NULL OR s.audience = \(audience))
                    AND (\(course) IS NULL OR s.course_id = \(course))
                    AND (\(reach.everyone) OR s.audience GLOB 'member:*'
                        OR s.audience IN (SELECT value FROM json_each(\(json: teams))))
                ORDER BY s.id DESC LIMIT \(stride)
                """, make: Suggestion.init)
            found += try rows.filter { try reach.contains($0.audience, in: work) }
            guard rows.count == stride, let end = rows.last else { break }
            last = end.id
        }
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil
        return SuggestionPage(suggestions: Array(shown), next: next)
    }
}

public struct SuggestionPage: Sendable {
    public let suggestions: [Suggestion]
    /// Where the next page starts; `nil` behind the last.
    public let next: SuggestionQuery.Cursor?
}
