/// The organization and its members, as every module may read them in its unit of work.
extension UnitOfWork {
    /// The organization with its present settings.
    public func organization() throws -> StoredOrganization {
        let sql: SQL = "SELECT id, name, language, time_zone, first_weekday FROM kernel_organization"
        guard let stored = try kernel.first(sql, make: StoredOrganization.init) else { throw OrganizationError.unknown }
        return stored
    }

    /// The language in which a member reads: the member's choice, or else the organization's language. Pass `nil` for a person
    /// who is no member.
    public func language(of member: MemberID?) throws -> Language {
        try unit.tenant.languages.language(member.flatMap { try self.member($0) }?.language ?? organization().language)
    }

    /// A member in any state; `nil` if no member has the id.
    public func member(_ id: MemberID) throws -> StoredMember? { try member(where: "m.id = \(id)") }

    /// The account's member in this organization, in any state; `nil` if there is none.
    public func member(account: AccountID) throws -> StoredMember? { try member(where: "m.account_id = \(account)") }

    /// The member who has an address. If no member has it now, the member who had it before. In any state.
    public func member(address: EmailAddress) throws -> StoredMember? {
        try owner(of: address) ?? FormerAddresses(kernel).member(address).flatMap { try member($0) }
    }

    func owner(of address: EmailAddress) throws -> StoredMember? { try member(where: "m.email = \(address)") }

    private func member(where condition: SQL) throws -> StoredMember? {
        let sql: SQL = "SELECT \(StoredMember.columns) FROM kernel_member m WHERE \(condition)"
        return try kernel.first(sql, make: StoredMember.init)
    }

    /// Members in any state, in the order of their ids, which is the order of their creation. Returns up to `limit` members
    /// after the member `last`. With a team, only members who are in it, and those who were in it unless `formerToo` is false.
    public func members(
        after last: MemberID? = nil, of team: TeamID? = nil, formerToo: Bool = true, limit: Int
    ) throws -> [StoredMember] {
        let isOfTeam: SQL = """
            AND m.id IN (SELECT member_id FROM kernel_team_member
                WHERE team_id = \(team) AND (\(formerToo) OR valid_until IS NULL))
            """
        let sql: SQL = """
            SELECT \(StoredMember.columns) FROM kernel_member m
            WHERE m.id > \(last?.description ?? "") \(team == nil ? "" : isOfTeam) ORDER BY m.id LIMIT \(limit)
            """
        return try kernel.rows(sql, make: StoredMember.init)
    }

    /// The names of those of the members whom the unit's principal may view.
    public func names(of members: some Sequence<MemberID>) throws -> [MemberID: String] {
        let seesAll = try access.allows(Permission.viewMembers.id, in: .organization)
        let seen = try Set(members).filter { try seesAll || access.allows(Permission.viewMembers.id, in: .member($0)) }
        return try Dictionary(uniqueKeysWithValues: seen.map { ($0, try member($0)?.name ?? "") })
    }

    /// How many members are active.
    public func activeMemberCount() throws -> Int {
        try kernel.one("SELECT count(*) FROM kernel_member WHERE state = 'active'", as: Int.self)
    }

    /// Makes an account an active member with roles and teams, or brings a removed member back.
    ///
    /// It checks no permission, because it is a consequence of another act: the caller has checked who granted the roles. Roles
    /// that exclude each other are refused. If the account is already an active or deactivated member, this throws
    /// `MemberError.alreadyMember`, with one exception: if the directory has lost the account of an active member, the new
    /// account takes the place of the lost one, and the member keeps roles, teams and the day of joining. A returning member
    /// keeps the name that they have here, because it may have been corrected. If the person was invited by a former address,
    /// pass it as `formerly`: it is kept, so that lists that name it still find the member. Publishes ``MemberJoined`` for a
    /// member who was not active, then the events of the roles and teams.
    public func admit(
        _ account: AccountID, name: String, address: EmailAddress, formerly: EmailAddress? = nil,
        assignments: [Assignment], teams: [TeamID]
    ) throws -> MemberID {
        try Names.check(name, of: "a person")
        let former = try member(account: account) ?? predecessor(of: account, at: address)
        let isBack = former.map { $0.account != account } ?? false
        guard former == nil || former?.state == .removed || isBack else { throw MemberError.alreadyMember }
        let id = try former?.id ?? newID()
        if former != nil, let other = try owner(of: address), other.id != id { throw MemberError.addressTaken }
        let known = isBack ? Set(try self.teams(of: id).map(\.id)) : []
        let teams = teams.filter { !known.contains($0) }
        try requireUsable(for: id, assignments, teams)
        return try act {
            if isBack { try setAccount(id, to: account) }
            try kernel.run(
                """
                INSERT INTO kernel_member (id, account_id, name, name_key, email, state, joined_at, revision)
                VALUES (\(id), \(account), \(name), \(TextRule.folded(name)), \(address), \(MemberState.active), \(now), \(nextRevision))
                ON CONFLICT (id) DO UPDATE SET email = excluded.email,
                    joined_at = iif(state = 'active', joined_at, excluded.joined_at), state = excluded.state,
                    revision = excluded.revision
                """)
            if let formerly, formerly != address { try FormerAddresses(kernel).keep(formerly, of: id) }
            if !isBack { try unit.changeIndex(.ahead) }
            if former?.state != .active { try publish(MemberJoined(member: id)) }
            for assignment in assignments { try assign(assignment, to: id) }
            for team in teams { try place(id, in: team) }
            return id
        }
    }

    /// The member who has an address and whose account the directory has lost, for example after a restore of an older
    /// directory. The member can be in any state. Nobody can sign in as this member until the person is admitted again with the
    /// same address.
    public func memberOfLostAccount(_ address: EmailAddress) throws -> StoredMember? {
        let lost = try unit.tenant.index.lostAccounts
        return try lost.isEmpty ? nil : owner(of: address).flatMap { lost.contains($0.account) ? $0 : nil }
    }

    /// The member of a lost account, if `account` takes the place of that account: `account` has proved the same address, and
    /// is not older than the lost account.
    private func predecessor(of account: AccountID, at address: EmailAddress) throws -> StoredMember? {
        let member = try memberOfLostAccount(address).flatMap { $0.account.madeAt <= account.madeAt ? $0 : nil }
        if member == nil, try owner(of: address) != nil { throw MemberError.addressTaken }
        guard member?.state != .deactivated else { throw MemberError.alreadyMember }
        return member
    }

    /// Gives a member another account.
    package func setAccount(_ member: MemberID, to account: AccountID) throws {
        try kernel.run(
            "UPDATE kernel_member SET account_id = \(account), revision = \(nextRevision) WHERE id = \(member)")
        try unit.changeIndex(.anywhere)
    }

    /// Gives an active member further roles and teams. Throws `MemberError.outranked` if the member ranks higher than the
    /// principal.
    ///
    /// It checks no permission, because it is a consequence of another act: the caller has checked who grants the roles. Roles
    /// that exclude each other are refused.
    public func grant(_ assignments: [Assignment], teams: [TeamID], to member: MemberID) throws {
        guard try requireMember(member).state == .active else { throw MemberError.notActive }
        try requireRank(over: member)
        try requireUsable(for: member, assignments, teams)
        try act {
            for assignment in assignments { try assign(assignment, to: member) }
            for team in teams { try place(member, in: team) }
        }
    }

    /// Checks roles and teams before anything is written: throws the errors that would otherwise come in the middle of the
    /// writes.
    private func requireUsable(for member: MemberID, _ assignments: [Assignment], _ teams: [TeamID]) throws {
        try requireCompatible(assignments, with: member)
        var known = teams.isEmpty ? [] : Set(try self.teams(of: member).map(\.id))
        for team in teams {
            _ = try requireTeam(team)
            guard known.insert(team).inserted else { throw TeamError.alreadyIn }
        }
    }

    /// Throws `MemberError.outranked` if the member ranks higher than the principal. The principal is `other`, or by default
    /// the unit's principal.
    public func requireRank(over member: MemberID, by other: Principal? = nil) throws {
        try Access(unit: unit, principal: other ?? principal).requireRank(over: member)
    }

    /// The next number in the order of all changes of memberships. The directory's index uses it to catch up.
    private var nextRevision: SQL { "(SELECT coalesce(max(revision), 0) + 1 FROM kernel_member)" }

    // MARK: - Transitions

    func requireMember(_ id: MemberID) throws -> StoredMember {
        guard let member = try member(id), member.state != .erased else { throw MemberError.unknown }
        return member
    }

    /// Acts on a member, if the principal's rank allows it.
    func act(on member: MemberID, _ act: (UnitOfWork) throws -> Void) throws {
        try setSubject("member", member)
        try requireRank(over: member)
        try act(self)
    }

    func move(_ id: MemberID, from: MemberState, to: MemberState, else error: MemberError) throws {
        guard try requireMember(id).state == from else { throw error }
        try setState(to, of: id)
    }

    func remove(_ id: MemberID) throws {
        let member = try requireMember(id)
        guard member.state != .removed else { throw MemberError.unknown }
        try setState(.removed, of: id)
        let left = try endMemberships(where: "member_id = \(id)")
        let revoked = try endAssignments(where: "member_id = \(id)")
        try publish(contentsOf: left)
        try publish(contentsOf: revoked)
        try publish(MemberRemoved(member: id, wasActive: member.state == .active))
    }

    private func setState(_ state: MemberState, of id: MemberID) throws {
        try runNamingRole("UPDATE kernel_member SET state = \(state), revision = \(nextRevision) WHERE id = \(id)")
        try unit.changeIndex(.ahead)
    }

    /// Runs a statement, and turns refusals by the schema's triggers into named errors. The rules are triggers, so that no code
    /// path can bypass them.
    @discardableResult
    func runNamingRole(_ sql: SQL, _ role: RoleID = .administrator) throws -> Int {
        do { return try kernel.run(sql) } catch let error as DatabaseError {
            guard case .constraint(let constraint) = error.kind, constraint.kind == .trigger else { throw error }
            throw constraint.columns == ["last administrator"]
                ? MemberError.lastAdministrator as any Error : RoleError.excluded(role)
        }
    }
}
