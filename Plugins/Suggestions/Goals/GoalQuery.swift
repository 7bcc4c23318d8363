public import Atrium

/// Selects goals for a list in pages. The goals that were set last come first.
public struct GoalQuery: Sendable, PagedList {
    public static let listName: StaticString = "suggestions.goals"
    public typealias Position = ID<Goal>

    /// Whether the list includes withdrawn goals.
    public var includesWithdrawn = false
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// The number of entries in a page, 1 to 200. Each entry is computed from the learning record.
    public var limit = 50

    /// Selects all goals that are not withdrawn.
    public init() {}

    /// The goals of a page, and where the next page starts. It reads `stride` rows at a time until the page is full.
    func goals(in work: UnitOfWork, reach: Reach, stride: Int) throws -> (goals: [Goal], next: Cursor?) {
        let limit = min(max(limit, 1), 200)
        var found: [Goal] = []
        var last = cursor?.position
        while found.count <= limit {
            let rows = try work.rows(
                """
                SELECT \(Goal.columns) FROM suggestions_goal g
                WHERE (\(last) IS NULL OR g.id < \(last)) AND (\(includesWithdrawn) OR g.withdrawn_at IS NULL)
                ORDER BY g.id DESC LIMIT \(stride)
                """, make: Goal.init)
            found += try rows.filter { try reach.contains(.member($0.member), in: work) }
            guard rows.count == stride, let end = rows.last else { break }
            last = end.id
        }
        let shown = found.prefix(limit)
        return (Array(shown), found.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil)
    }
}

/// One page of a list of goals.
public struct GoalPage: Sendable {
    /// The goals that were set last come first.
    public let goals: [GoalProgress]
    /// Where the next page starts; `nil` after the last page.
    public let next: GoalQuery.Cursor?
}
