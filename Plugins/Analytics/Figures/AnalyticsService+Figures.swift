public import Atrium
public import AtriumCourses

/// Reading figures.
///
/// Administrators and managers see everything. Supervisors see only their teams, and members only themselves. To see a team's
/// figures, set ``FigureQuery/team`` or ask for rows of teams. To see one's own figures, set ``FigureQuery/member``.
extension AnalyticsService {
    /// The table for a query. Throws `AccessError`, ``AnalyticsError``, or an error for an unknown team, course or member.
    public func table(_ query: FigureQuery, as principal: Principal) async throws -> FigureTable {
        try await store.read(as: principal, .viewFigures, in: .anywhere) { work in
            try FigureTableReader(query: query, service: self, work: work).table()
        }
    }

    /// The months from the first to the last with entries in the learning record of the organization or of a team. The range
    /// starts with the first day of the first month and ends before the first day after the last month. It is `nil` if the
    /// record is empty.
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

    /// Up to five courses that enough people began on some days, the ones with the most people first. For texts that name no
    /// number and nobody, and go to many readers.
    ///
    /// Enough are more than `fewest` people, and more than the limit for small groups. So there are enough others for each
    /// reader who is one of them. It is a consequence of the caller's act, and checks no permission.
    public func coursesBegun(on days: Range<Day>, byMoreThan fewest: Int, in work: UnitOfWork) throws -> [CourseID] {
        try store.within(work) { own in
            let limit = max(fewest, try smallGroup(in: own) ?? 0)
            return try own.rows(
                """
                SELECT k.name FROM (
                    SELECT course, member FROM analytics_day
                    WHERE team = 0 AND day >= \(days.lowerBound) AND day < \(days.upperBound) AND course <> 0
                    GROUP BY course, member HAVING sum(started) > 0
                ) s JOIN analytics_key k ON k.id = s.course AND k.kind = 'course'
                GROUP BY s.course HAVING count(*) > \(limit) ORDER BY count(*) DESC, k.name LIMIT 5
                """, as: CourseID.self)
        }
    }

    /// The number of people that a number must come from to be shown; `nil` if every number is shown.
    public func smallGroup(as principal: Principal) async throws -> Int? {
        try await store.read(as: principal, .viewFigures, in: .anywhere) { try smallGroup(in: $0) }
    }

    /// Sets the limit for cell suppression: the number of people, 2 to 1,000, that a number must come from to be shown. `nil`,
    /// the initial value, shows every number.
    ///
    /// A number that comes from fewer people is hidden in every table, on screen and in CSV. Numbers that would reveal it
    /// through the total of the same table are also hidden. All figures of a single person are hidden, except from that person.
    /// Zero is shown. A limit of 2 therefore hides what one person did, but not that it was one person. Each invitation counts
    /// as a person. Differences between tables are not covered: two tables of nearly the same people, or of nearly the same
    /// days, may still reveal a single person.
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
