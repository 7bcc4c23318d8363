internal import Foundation

/// The organization and its members, as every module may read them in its unit of work.
extension UnitOfWork {
    /// The organization with its settings of this moment.
    public func organization() throws -> StoredOrganization {
        let sql: SQL = "SELECT id, name, language, time_zone, first_weekday FROM kernel_organization"
        let stored = try kernel.first(sql) { row in
            StoredOrganization(
                id: try row[0],
                settings: OrganizationSettings(
                    name: try row[1], language: try row[2], timeZone: .init(identifier: try row[3]) ?? .gmt,
                    firstWeekday: try row[4]))
        }
        guard let stored else { throw OrganizationError.unknown }
        return stored
    }

    /// A member in any state.
    public func member(_ id: MemberID) throws -> StoredMember? {
        try kernel.first("SELECT \(StoredMember.columns) FROM kernel_member m WHERE m.id = \(id)", make: StoredMember.init)
    }

    /// The member that an account is here, in any state.
    public func member(account: AccountID) throws -> StoredMember? {
        try kernel.first(
            "SELECT \(StoredMember.columns) FROM kernel_member m WHERE m.account_id = \(account)", make: StoredMember.init)
    }

    /// The member who joined with an address, in any state.
    public func member(address: EmailAddress) throws -> StoredMember? {
        try kernel.first(
            "SELECT \(StoredMember.columns) FROM kernel_member m WHERE m.email = \(address)", make: StoredMember.init)
    }

    /// How many members are active.
    public func activeMemberCount() throws -> Int {
        try kernel.one("SELECT count(*) FROM kernel_member WHERE state = 'active'", as: Int.self)
    }

    /// Makes an account an active member with roles and teams, or brings a removed member back.
    ///
    /// A consequence: it asks for no permission. Whoever calls it has checked who granted the roles. Exclusions hold; an
    /// active or deactivated member throws ``MemberError/alreadyMember``. Publishes ``MemberJoined``, then what follows.
    public func admit(
        _ account: AccountID, name: String, address: EmailAddress, assignments: [Assignment], teams: [TeamID]
    ) throws -> MemberID {
        try Names.check(name, of: "a person")
        let former = try member(account: account)
        guard former == nil || former?.state == .removed else { throw MemberError.alreadyMember }
        let id = former?.id ?? newID()
        try kernel.run(
            """
            INSERT INTO kernel_member (id, account_id, name, name_key, email, state, joined_at, revision)
            VALUES (\(id), \(account), \(name), \(Names.key(name)), \(address), \(MemberState.active), \(now), \(nextRevision))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, email = excluded.email,
                state = excluded.state, joined_at = excluded.joined_at, revision = excluded.revision
            """)
        transaction.noteMembership(of: id)
        try publish(MemberJoined(member: id))
        for assignment in assignments { try assign(assignment, to: id) }
        for team in teams { try place(id, in: team) }
        return id
    }

    /// Orders the changes of memberships, so that the directory's index can catch up.
    private var nextRevision: SQL { "(SELECT coalesce(max(revision), 0) + 1 FROM kernel_member)" }

    // MARK: - Transitions

    func requireMember(_ id: MemberID) throws -> StoredMember {
        guard let member = try member(id) else { throw MemberError.unknown }
        return member
    }

    func deactivate(_ id: MemberID) throws {
        guard try requireMember(id).state == .active else { throw MemberError.notActive }
        try setState(.deactivated, of: id)
        try publish(MemberDeactivated(member: id))
    }

    func reactivate(_ id: MemberID) throws {
        guard try requireMember(id).state == .deactivated else { throw MemberError.notDeactivated }
        try setState(.active, of: id)
        try publish(MemberReactivated(member: id))
    }

    func remove(_ id: MemberID) throws {
        let member = try requireMember(id)
        guard member.state != .removed else { throw MemberError.unknown }
        try setState(.removed, of: id)
        try kernel.run("DELETE FROM kernel_assignment WHERE member_id = \(id)")
        try kernel.run(
            "UPDATE kernel_team_member SET valid_until = max(valid_from, \(now)) WHERE member_id = \(id) AND valid_until IS NULL")
        try publish(MemberRemoved(member: id, wasActive: member.state == .active))
    }

    private func setState(_ state: MemberState, of id: MemberID) throws {
        try ruled {
            try kernel.run("UPDATE kernel_member SET state = \(state), revision = \(nextRevision) WHERE id = \(id)")
        }
        transaction.noteMembership(of: id)
    }

    /// Gives the schema's own refusals their names; the rules themselves stand in triggers, so that no path misses them.
    func ruled(_ role: RoleID? = nil, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as DatabaseError {
            guard case .constraint(let constraint) = error.kind, constraint.kind == .trigger else { throw error }
            switch (constraint.columns.first, role) {
            case ("last administrator", _): throw MemberError.lastAdministrator
            case ("excluded role", let role?): throw RoleError.excluded(role)
            default: throw error
            }
        }
    }
}
