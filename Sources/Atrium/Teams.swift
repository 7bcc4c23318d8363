/// The teams of one organization and who is in them.
public struct Teams: Sendable {
    let store: Store

    /// The teams in the principal's reach, by name; archived ones only if asked for.
    public func list(archived: Bool = false, as principal: Principal) async throws -> [StoredTeam] {
        try await store.read(as: principal, .viewTeams, in: .anywhere) { work in
            let reach = try work.reach(of: .viewTeams)
            return try work.kernel.rows(
                """
                SELECT \(StoredTeam.columns) FROM kernel_team t
                WHERE (\(archived) OR t.archived_at IS NULL)
                    AND (\(reach.everyone) OR t.id IN (SELECT value FROM json_each(\(json: reach.teams))))
                ORDER BY t.name_key, t.id
                """, make: StoredTeam.init)
        }
    }

    /// Who was in a team when, in the order of joining.
    public func history(of team: TeamID, as principal: Principal) async throws -> [TeamMembership] {
        try await store.read(as: principal, .viewTeams, in: .team(team)) { work in
            guard try work.team(team) != nil else { throw TeamError.unknown }
            return try work.kernel.rows(
                "SELECT \(TeamMembership.columns) FROM kernel_team_member WHERE team_id = \(team) ORDER BY valid_from, row",
                make: TeamMembership.init)
        }
    }

    /// Creates a team; its name is unique among those that are not archived.
    public func create(_ name: String, as principal: Principal) async throws -> TeamID {
        try await store.write(as: principal, .manageTeams) { work in
            let id = try work.createTeam(name)
            work.about("team", id)
            return id
        }
    }

    public func rename(_ id: TeamID, to name: String, as principal: Principal) async throws {
        try await store.write(as: principal, .manageTeams) { work in
            work.about("team", id)
            try work.renameTeam(id, to: name)
        }
    }

    /// Closes a team: its memberships and supervisors' roles end, its history stays.
    public func archive(_ id: TeamID, as principal: Principal) async throws {
        try await store.write(as: principal, .manageTeams) { work in
            work.about("team", id)
            try work.archiveTeam(id)
        }
    }

    /// Adds an active member to a team: for administrators and the team's supervisors.
    public func add(_ member: MemberID, to team: TeamID, as principal: Principal) async throws {
        try await staff(member, team, as: principal) { try $0.place(member, in: team) }
    }

    /// Takes a member out of a team; the time in it stays on record.
    public func remove(_ member: MemberID, from team: TeamID, as principal: Principal) async throws {
        try await staff(member, team, as: principal) { try $0.takeOut(member, of: team) }
    }

    private func staff(
        _ member: MemberID, _ team: TeamID, as principal: Principal,
        _ body: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        try await store.write(as: principal, .staffTeams, in: .team(team)) { work in
            work.about("member", member)
            try work.access.requireRank(over: member)
            try body(work)
        }
    }
}
