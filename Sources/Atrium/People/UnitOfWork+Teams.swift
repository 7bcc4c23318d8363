/// Teams and their members, as every module may read and use them in its unit of work.
extension UnitOfWork {
    /// A team, open or archived.
    public func team(_ id: TeamID) throws -> StoredTeam? {
        try kernel.first("SELECT \(StoredTeam.columns) FROM kernel_team t WHERE t.id = \(id)", make: StoredTeam.init)
    }

    /// The team, if it exists and is open. Otherwise throws `TeamError`.
    public func requireTeam(_ id: TeamID) throws -> StoredTeam {
        guard let team = try team(id) else { throw TeamError.unknown }
        guard team.archivedAt == nil else { throw TeamError.archived }
        return team
    }

    /// The teams of a reach, by name. Archived teams are left out by default.
    public func teams(in reach: Reach, archived: Bool = false) throws -> [StoredTeam] {
        let sql: SQL = """
            SELECT \(StoredTeam.columns) FROM kernel_team t WHERE (\(archived) OR t.archived_at IS NULL)
            AND (\(reach.everyone) OR t.id IN (SELECT value FROM json_each(\(json: reach.teams)))) ORDER BY name_key, id
            """
        return try kernel.rows(sql, make: StoredTeam.init)
    }

    /// Creates a team, and publishes ``TeamCreated``. Its name must be unique among the open teams.
    ///
    /// It checks no permission, because it is a consequence of another act. Throws `NameError` or `TeamError.nameTaken`; then
    /// nothing was written.
    public func createTeam(_ name: String) throws -> TeamID {
        try Names.check(name, of: "a team")
        let id: TeamID = try newID()
        do {
            try kernel.run("INSERT INTO kernel_team VALUES (\(id), \(name), \(TextRule.folded(name)), NULL)")
        } catch let error as DatabaseError where error.isDuplicate(of: "kernel_team.name_key") {
            throw TeamError.nameTaken
        }
        try publish(TeamCreated(team: id))
        return id
    }

    /// How many active members are in a team.
    public func activeMemberCount(in team: TeamID) throws -> Int {
        let sql: SQL = """
            SELECT count(*) FROM kernel_team_member b JOIN kernel_member m ON m.id = b.member_id
            WHERE b.team_id = \(team) AND b.valid_until IS NULL AND m.state = 'active'
            """
        return try kernel.one(sql, as: Int.self)
    }

    /// The teams that a member is in now, by name.
    public func teams(of member: MemberID) throws -> [StoredTeam] {
        let sql: SQL = """
            SELECT \(StoredTeam.columns) FROM kernel_team t JOIN kernel_team_member b ON b.team_id = t.id
            WHERE b.member_id = \(member) AND b.valid_until IS NULL ORDER BY t.name_key, t.id
            """
        return try kernel.rows(sql, make: StoredTeam.init)
    }

    /// The periods that a member spent in teams, in the order of joining.
    public func teamPeriods(of member: MemberID) throws -> [TeamPeriod] {
        try kernel.rows(
            """
            SELECT team_id, valid_from, valid_until, joining = first_value(joining) OVER (ORDER BY row)
            FROM kernel_team_member WHERE member_id = \(member) ORDER BY row
            """
        ) { TeamPeriod(team: try $0[0], from: try $0[1], until: try $0[2], isFirst: try $0[3]) }
    }

    func place(_ member: MemberID, in team: TeamID) throws {
        _ = try requireTeam(team)
        guard try requireMember(member).state == .active else { throw MemberError.notActive }
        let next: SQL = "SELECT coalesce(max(row), 0) + 1 FROM kernel_team_member"
        let joining = try unit.joining ?? kernel.one(next, as: Int.self)
        let membership: SQL = """
            INSERT INTO kernel_team_member (team_id, member_id, valid_from, joining)
            VALUES (\(team), \(member), \(now), \(joining)) ON CONFLICT DO NOTHING
            """
        guard try kernel.run(membership) == 1 else { throw TeamError.alreadyIn }
        try unit.joining = joining
        try publish(TeamJoined(team: team, member: member))
    }

    /// Ends the memberships that a condition selects, at the unit's time. If a membership began later than that, it ends at its
    /// beginning. Returns the events in the order of joining, for the caller to publish.
    func endMemberships(where condition: SQL) throws -> [TeamLeft] {
        let ended = try kernel.rows(
            """
            UPDATE kernel_team_member SET valid_until = max(valid_from, \(now))
            WHERE valid_until IS NULL AND \(condition) RETURNING row, team_id, member_id
            """, as: Int.self, TeamID.self, MemberID.self)
        // RETURNING has no defined order: https://sqlite.org/lang_returning.html
        return ended.sorted { $0.0 < $1.0 }.map { _, team, member in TeamLeft(team: team, member: member) }
    }
}
