public import Atrium

/// Criteria of teams, and the comparison of teams within one criterion.
extension AnalyticsService {
    /// Says what the members of a team have in common, or with `nil` that they have nothing to compare. Throws `TeamError` or
    /// ``CriterionError``.
    public func setCriterion(_ criterion: TeamCriterion?, of team: TeamID, as principal: Principal) async throws {
        try await store.write(as: principal, .setCriterion, in: .team(team)) { work in
            _ = try work.requireTeam(team)
            guard let criterion else {
                try work.run("DELETE FROM analytics_criterion WHERE team_id = \(team)")
                return
            }
            try criterion.check()
            try work.run(
                """
                INSERT INTO analytics_criterion (team_id, criterion) VALUES (\(team), \(criterion))
                ON CONFLICT (team_id) DO UPDATE SET criterion = excluded.criterion
                """)
        }
    }

    /// The criteria of the teams whose figures the principal may see. Teams without one are left out.
    public func criteria(as principal: Principal) async throws -> [TeamID: TeamCriterion] {
        try await store.read(as: principal, .viewFigures, in: .anyTeam) { work in
            let seen = try Set(work.teams(in: work.reach(of: .viewFigures), archived: true).map(\.id))
            return try criteria(in: work).filter { seen.contains($0.key) }
        }
    }

    /// The teams that the principal sees side by side: those with one criterion, or with `nil` all teams that have one.
    /// Archived teams are left out. The upper bound of the days is excluded.
    public func comparison(
        of criterion: TeamCriterion? = nil, days: Range<Day>, as principal: Principal
    ) async throws -> TeamComparison {
        try await store.read(as: principal, .viewFigures, in: .anyTeam) { work in
            _ = try FigureQuery(days: days).parts(firstWeekday: .monday)
            let (criteria, smallGroup) = (try criteria(in: work), try smallGroup(in: work))
            let teams = try work.teams(in: work.reach(of: .viewFigures)).compactMap { team in
                criteria[team.id].map { (team: team, criterion: $0) }
            }
            let rows = try teams.filter { criterion == nil || $0.criterion == criterion }.map { team, criterion in
                let members = try work.activeMemberCount(in: team.id)
                let counts = try counts(of: key(of: team.id, in: work), days, in: work)
                return TeamComparison.Row(
                    team: team.id, name: team.name, criterion: criterion,
                    members: TeamComparison.count(members, smallGroup: smallGroup),
                    rates: counts.mapValues { TeamComparison.rate($0, of: members, smallGroup: smallGroup) })
            }
            // The sort is stable, so the teams of one criterion stay in the order of their names.
            return TeamComparison(
                rows: rows.sorted { $0.criterion.description < $1.criterion.description }, smallGroup: smallGroup)
        }
    }

    private func criteria(in work: UnitOfWork) throws -> [TeamID: TeamCriterion] {
        let rows = try work.rows(
            "SELECT team_id, criterion FROM analytics_criterion", as: TeamID.self, TeamCriterion.self)
        return Dictionary(rows) { first, _ in first }
    }

    /// How many active members of a team did each thing, among those who are in it now.
    private func counts(of team: Int, _ days: Range<Day>, in work: UnitOfWork) throws -> [ComparedRate: Int] {
        let people = try work.rows(
            """
            SELECT k.name, max(d.activities > 0), max(d.enrolled > 0), max(d.completed > 0)
            FROM analytics_day d JOIN analytics_key k ON k.id = d.member
            WHERE d.team = \(team) AND d.day >= \(days.lowerBound) AND d.day < \(days.upperBound) AND EXISTS (
                SELECT 1 FROM analytics_membership m
                WHERE (m.member, m.team, m.until_day) = (d.member, d.team, \(Attribution.forever.upperBound)))
            GROUP BY k.name
            """, as: MemberID.self, Bool.self, Bool.self, Bool.self
        ).filter { try work.member($0.0)?.state == .active }
        return [
            .active: people.count { $0.1 }, .enrolled: people.count { $0.2 }, .completed: people.count { $0.3 },
        ]
    }
}
