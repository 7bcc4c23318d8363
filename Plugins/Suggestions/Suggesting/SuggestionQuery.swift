public import Atrium
public import AtriumCourses

/// Selects suggestions for a list in pages. The newest come first.
public struct SuggestionQuery: Sendable, PagedList {
    public static let listName: StaticString = "suggestions.suggestions"
    public typealias Position = ID<Suggestion>

    /// Only suggestions to exactly this audience; `nil` for all audiences.
    public var audience: Audience?
    /// Only suggestions of this course; `nil` for all courses.
    public var course: CourseID?
    /// Whether the list includes withdrawn suggestions.
    public var includesWithdrawn = false
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// The number of entries in a page, 1 to 1,000.
    public var limit = 100

    /// Selects the suggestions to an audience, or to all, that are not withdrawn.
    public init(audience: Audience? = nil) { self.audience = audience }

    /// One page. It reads `stride` rows at a time until the page is full, because only the kernel knows which people are in
    /// reach.
    func page(
        in work: UnitOfWork, reach: Reach, stride: Int
    ) throws -> (suggestions: [Suggestion], next: Cursor?) {
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
        return (Array(shown), next)
    }
}

/// One page of a list of suggestions.
public struct SuggestionPage: Sendable {
    /// The newest come first.
    public let suggestions: [Suggestion]
    /// The titles that their courses have now.
    public let titles: [CourseID: String]
    /// The names of the members who suggest, and of those to whom alone a course is suggested, as far as the principal may view
    /// these members.
    public let names: [MemberID: String]
    /// Whether the principal may withdraw all of them, and not only the principal's own.
    public let withdrawsAll: Bool
    /// Where the next page starts; `nil` after the last page.
    public let next: SuggestionQuery.Cursor?
}
