/// The teams and who is in them.
extension UnitOfWork {
    /// A team, archived or not.
    public func team(_ id: TeamID) throws -> StoredTeam? {
        try kernel.first("SELECT \(StoredTeam.columns) FROM kernel_team t WHERE t.id = \(id)", make: StoredTeam.init)
    }

    /// The team, if it is there and not archived; else throws ``TeamError``.
    public func requireTeam(_ id: TeamID) throws -> StoredTeam {
        guard let team = try team(id) else { throw TeamError.unknown }
        guard team.archivedAt == nil else { throw TeamError.archived }
        return team
    }

    /// The teams that a member belongs to now, by name.
    public func teams(of member: MemberID) throws -> [StoredTeam] {
        try kernel.rows(
            """
            SELECT \(StoredTeam.columns) FROM kernel_team t JOIN kernel_team_member b ON b.team_id = t.id
            WHERE b.member_id = \(member) AND b.valid_until IS NULL ORDER BY t.name_key, t.id
            """, make: StoredTeam.init)
    }

    func createTeam(_ name: String) throws -> TeamID {
        try Names.check(name, of: "a team")
        let id: TeamID = newID()
        try unique {
            try kernel.run("INSERT INTO kernel_team VALUES (\(id), \(name), \(Names.key(name)), NULL)")
        }
        try publish(TeamCreated(team: id))
        return id
    }

    func renameTeam(_ id: TeamID, to name: String) throws {
        try Names.check(name, of: "a team")
        _ = try requireTeam(id)
        try unique {
            try kernel.run("UPDATE kernel_team SET name = \(name), name_key = \(Names.key(name)) WHERE id = \(id)")
        }
        try publish(TeamRenamed(team: id))
    }

    func archiveTeam(_ id: TeamID) throws {
        _ = try requireTeam(id)
        try kernel.run("UPDATE kernel_team SET archived_at = \(now) WHERE id = \(id)")
        try kernel.run(
            "UPDATE kernel_team_member SET valid_until = max(valid_from, \(now)) WHERE team_id = \(id) AND valid_until IS NULL")
        try kernel.run("DELETE FROM kernel_assignment WHERE team_id = \(id)")
        try publish(TeamArchived(team: id))
    }

    func place(_ member: MemberID, in team: TeamID) throws {
        _ = try requireTeam(team)
        guard try requireMember(member).state == .active else { throw MemberError.notActive }
        let count = try kernel.run(
            """
            INSERT INTO kernel_team_member (team_id, member_id, valid_from) VALUES (\(team), \(member), \(now))
            ON CONFLICT DO NOTHING
            """)
        guard count == 1 else { throw TeamError.alreadyIn }
        try publish(TeamJoined(team: team, member: member))
    }

    func takeOut(_ member: MemberID, of team: TeamID) throws {
        let count = try kernel.run(
            """
            UPDATE kernel_team_member SET valid_until = max(valid_from, \(now))
            WHERE team_id = \(team) AND member_id = \(member) AND valid_until IS NULL
            """)
        guard count == 1 else { throw TeamError.notIn }
        try publish(TeamLeft(team: team, member: member))
    }

    private func unique(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as DatabaseError where error.isDuplicate(of: "kernel_team.name_key") {
            throw TeamError.nameTaken
        }
    }
}
