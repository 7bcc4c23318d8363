/// Lists and changes the teams of one organization and their members.
public struct Teams: Sendable {
    let store: Store

    /// The teams in the principal's reach, by name. Archived teams are included only if `archived` is true.
    public func list(archived: Bool = false, as principal: Principal) async throws -> [StoredTeam] {
        try await store.read(as: principal, .viewTeams, in: .anywhere) { work in
            try work.teams(in: work.reach(of: .viewTeams), archived: archived)
        }
    }

    /// Creates a team. Throws `NameError`, or `TeamError.nameTaken` if an open team has the name.
    public func create(_ name: String, as principal: Principal) async throws -> TeamID {
        try await manage(as: principal) { work in
            let id = try work.createTeam(name)
            try work.setSubject("team", id)
            return id
        }
    }

    /// Gives an open team another name. Throws `NameError`, or `TeamError.nameTaken` if another open team has the name.
    public func rename(_ id: TeamID, to name: String, as principal: Principal) async throws {
        try await manage(as: principal) { work in
            try Names.check(name, of: "a team")
            guard try work.requireTeam(id).name != name else { return }
            try work.kernel.run(
                "UPDATE kernel_team SET name = \(name), name_key = \(TextRule.folded(name)) WHERE id = \(id)")
            try work.setSubject("team", id)
            try work.publish(TeamRenamed(team: id))
        }
    }

    /// Archives a team. Its memberships and the supervisors' roles for it end. Its history stays. Another team can have its
    /// name.
    public func archive(_ id: TeamID, as principal: Principal) async throws {
        try await manage(as: principal) { work in
            _ = try work.requireTeam(id)
            try work.kernel.run("UPDATE kernel_team SET archived_at = \(work.now) WHERE id = \(id)")
            let left = try work.endMemberships(where: "team_id = \(id)")
            let revoked = try work.endAssignments(where: "team_id = \(id)")
            try work.setSubject("team", id)
            try work.publish(contentsOf: left)
            try work.publish(contentsOf: revoked)
            try work.publish(TeamArchived(team: id))
        }
    }

    /// Opens an archived team again, under its name. Throws `TeamError.nameTaken` if another team has the name now, and
    /// `TeamError.notArchived` if the team is open.
    ///
    /// Everything that ended with the archiving stays ended: memberships, supervisors' roles, and data of modules, such as
    /// suggestions to the team and the team in pending invitations.
    public func unarchive(_ id: TeamID, as principal: Principal) async throws {
        try await manage(as: principal) { work in
            guard let team = try work.team(id) else { throw TeamError.unknown }
            guard team.archivedAt != nil else { throw TeamError.notArchived }
            try work.kernel.run("UPDATE kernel_team SET archived_at = NULL WHERE id = \(id)")
            try work.setSubject("team", id)
            try work.publish(TeamUnarchived(team: id))
        }
    }

    /// Adds an active member to a team. Administrators and the team's supervisors may do it.
    public func add(_ member: MemberID, to team: TeamID, as principal: Principal) async throws {
        try await staff(member, team, as: principal) { try $0.place(member, in: team) }
    }

    /// Takes a member out of a team. The period in the team stays on record.
    public func remove(_ member: MemberID, from team: TeamID, as principal: Principal) async throws {
        try await staff(member, team, as: principal) { work in
            let left = try work.endMemberships(where: "team_id = \(team) AND member_id = \(member)")
            guard !left.isEmpty else { throw TeamError.notIn }
            try work.publish(contentsOf: left)
        }
    }

    private func manage<Value: Sendable>(
        as principal: Principal, _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value {
        do {
            return try await store.write(as: principal, .manageTeams, body)
        } catch let error as DatabaseError where error.isDuplicate(of: "kernel_team.name_key") {
            throw TeamError.nameTaken
        }
    }

    private func staff(
        _ member: MemberID, _ team: TeamID, as principal: Principal,
        _ act: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        try await store.write(as: principal, .manageTeamMembers, in: .team(team)) { try $0.act(on: member, act) }
    }
}
