public import Atrium
internal import AtriumCourses

/// The way of people from the invitation to the certificate.
extension AnalyticsService {
    /// How many people of the organization or of a team took each step on some days. The upper bound is excluded.
    ///
    /// The numbers follow the rule of ``setSmallGroup(_:as:)``. Throws `AccessError`, `TeamError`, or
    /// ``AnalyticsError/invalidInterval``.
    public func funnel(of team: TeamID? = nil, days: Range<Day>, as principal: Principal) async throws -> Funnel {
        let scope = team.map(Scope.team) ?? .organization
        return try await store.read(as: principal, .viewFigures, in: scope) { work in
            let place = try place(of: team, days, in: work)
            let reader = FigureReader(work: work, parts: [days], team: place, course: nil, member: nil)
            let counts = try reader.readPeople(.organization)[.init(part: 0, subject: 0)]?.counts ?? .zero
            let smallGroup = try smallGroup(in: work)
            let people = FunnelStep.allCases.map { counts[$0.measure] }
            let hidden = smallGroup.map { SmallGroups(limit: $0).hidden(people: people, total: nil).rows }
            return Funnel(
                counts: FunnelStep.allCases.enumerated().map { index, step in
                    .init(step: step, people: hidden?[index] == true ? .hidden : .count(people[index]))
                },
                smallGroup: smallGroup, listsPeople: try listsPeople(in: scope, work))
        }
    }

    /// The people who took a step on some days, in the order in which they became members. Invited people are not members yet,
    /// so ``FunnelStep/invited`` has none. Besides the figures, it needs the permission to see what these people learn.
    ///
    /// A page has up to `limit` people, 1 to 1,000.
    public func people(
        at step: FunnelStep, of team: TeamID? = nil, days: Range<Day>, after cursor: FunnelPage.Cursor? = nil,
        limit: Int = 500, as principal: Principal
    ) async throws -> FunnelPage {
        let limit = min(max(limit, 1), 1000)
        let scope = team.map(Scope.team) ?? .organization
        return try await store.read(as: principal, .viewFigures, in: scope) { work in
            try work.require(.viewLearning, in: scope)
            let place = try place(of: team, days, in: work)
            let found = try work.rows(
                """
                SELECT k.name, min(d.day) FROM analytics_day d JOIN analytics_key k ON k.id = d.member
                WHERE d.team = \(place ?? 0) AND d.day >= \(days.lowerBound) AND d.day < \(days.upperBound)
                    AND d.\(step.measure.column) > 0 AND k.name > \(cursor?.position.description ?? "")
                GROUP BY k.name ORDER BY k.name LIMIT \(limit + 1)
                """, as: MemberID.self, Day.self)
            let shown = found.prefix(limit)
            let names = try work.names(of: shown.map(\.0))
            return FunnelPage(
                people: shown.map { FunnelPerson(member: $0, name: names[$0], day: $1) },
                next: found.count > limit ? shown.last.map { .init(after: $0.0) } : nil)
        }
    }

    /// The key of a team in the rollups; `nil` for the organization. Checks the team and the days.
    private func place(of team: TeamID?, _ days: Range<Day>, in work: UnitOfWork) throws -> Int? {
        _ = try FigureQuery(days: days).parts(firstWeekday: .monday)
        guard let team else { return nil }
        guard try work.team(team) != nil else { throw TeamError.unknown }
        return try key(of: team, in: work)
    }

    private func listsPeople(in scope: Scope, _ work: UnitOfWork) throws -> Bool {
        do { try work.require(.viewLearning, in: scope) } catch is AccessError { return false }
        return true
    }

    /// The key of a team in the rollups; -1, which has no rows, if nothing was counted for it.
    func key(of team: TeamID, in work: UnitOfWork) throws -> Int {
        try work.first("SELECT id FROM analytics_key WHERE (kind, name) = ('team', \(team))", as: Int.self) ?? -1
    }
}
