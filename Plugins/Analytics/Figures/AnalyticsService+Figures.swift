public import Atrium
internal import AtriumCourses

/// Looking at figures.
///
/// Administrators and managers see everything, supervisors their teams only, members themselves only: a team's figures are
/// asked for with ``FigureQuery/team``, or by teams; a member's own with ``FigureQuery/member``.
extension AnalyticsService {
    /// The table that a query asks for. Throws `AccessError`, ``AnalyticsError``, or that a team, course or member is unknown.
    public func table(_ query: FigureQuery, as principal: Principal) async throws -> FigureTable {
        try await store.read(as: principal, .viewFigures, in: .anywhere) { work in
            try FigureTableReader(query: query, service: self, work: work).table()
        }
    }

    /// The months in which the learning record of the organization, or of a team, has anything: from the first day of the
    /// first to before the first day behind the last; `nil` while it is empty.
    public func learningDays(of team: TeamID? = nil, as principal: Principal) async throws -> Range<Day>? {
        try await store.read(as: principal, .viewFigures, in: team.map(Scope.team) ?? .organization) { work in
            let key: SQL = team.map { "(SELECT id FROM analytics_key WHERE (kind, name) = ('team', \($0)))" } ?? "0"
            let (first, last) = try work.one(
                "SELECT min(month), max(month) FROM analytics_month WHERE team = \(key) AND course <> 0", as: Int?.self,
                Int?.self)
            guard let first, let last else { return nil }
            return Month(first).firstDay..<Month(last + 1).firstDay
        }
    }

    /// How many people a count needs to be shown; `nil` if every count is.
    public func smallGroup(as principal: Principal) async throws -> Int? {
        try await store.read(as: principal, .viewFigures, in: .anywhere) { try smallGroup(in: $0) }
    }

    /// Sets how many people a count needs to be shown, 2 to 1,000; `nil` shows every count, as at first.
    ///
    /// A number that comes from fewer people, but not from nobody, is hidden in every table, on screen and in CSV, and so is
    /// what the total would give away within the table; so are all figures of a single person, but to themselves. Zero is
    /// shown: a limit of 2 hides what one person did, and not that it was one. Each invitation counts as a person.
    /// Differences between tables are not covered: two of nearly the same people, or of nearly the same days, may still tell
    /// of a single person.
    public func setSmallGroup(_ limit: Int?, as principal: Principal) async throws {
        try await store.write(as: principal, .setSmallGroup) { work in
            if let limit, !(2...1000).contains(limit) { throw AnalyticsError.invalidSmallGroup }
            try work.run("UPDATE analytics_state SET small_group = \(limit)")
        }
    }

    func smallGroup(in work: UnitOfWork) throws -> Int? {
        try work.one("SELECT small_group FROM analytics_state", as: Int?.self)
    }
}
