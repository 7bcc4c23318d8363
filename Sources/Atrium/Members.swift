/// The members of one organization: who they are, and the states they pass through.
public struct Members: Sendable {
    let store: Store

    /// One page of members by name, each with roles and teams; a supervisor sees those of their teams, a member themselves.
    public func list(_ query: MemberQuery = MemberQuery(), as principal: Principal) async throws -> MemberPage {
        try await store.read(as: principal, .viewMembers, in: .anywhere) { work in
            try query.page(in: work, reach: work.reach(of: .viewMembers))
        }
    }

    /// One member, if the principal may see them.
    public func member(_ id: MemberID, as principal: Principal) async throws -> MemberEntry {
        try await store.read(as: principal, .viewMembers, in: .person(id)) { work in
            let member = try work.requireMember(id)
            return MemberEntry(
                member: member, assignments: try work.assignments(of: id), teams: try work.teams(of: id).map(\.id))
        }
    }

    /// Finds active members by exact address or by a part of their name (two characters at least), 20 at most: for those
    /// who add people to their team.
    public func find(_ text: String, as principal: Principal) async throws -> [MemberCard] {
        try await store.read(as: principal, .findMembers, in: .anywhere) { work in
            let key = Names.key(text)
            guard key.count >= 2 else { return [] }
            return try work.kernel.rows(
                """
                SELECT id, name, email FROM kernel_member
                WHERE state = 'active' AND (email = \(ASCII.lowercased(text)) OR instr(name_key, \(key)) > 0)
                ORDER BY name_key, id LIMIT 20
                """
            ) { row in MemberCard(id: try row[0], name: try row[1], email: try row[2]) }
        }
    }

    /// Ends access and frees the seat; roles, teams and history stay.
    public func deactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { try $0.deactivate(id) }
    }

    /// Gives a deactivated member access, roles and teams again.
    public func reactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { try $0.reactivate(id) }
    }

    /// Ends the membership with its roles and teams; the history stays.
    public func remove(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { try $0.remove(id) }
    }

    /// Ends the principal's own membership.
    public func leave(as principal: Principal) async throws {
        guard let id = principal.member else { throw MemberError.unknown }
        try await store.write(as: principal, .leave, in: .person(id)) { work in
            work.about("member", id)
            try work.remove(id)
        }
    }

    private func manage(
        _ id: MemberID, as principal: Principal, _ body: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        try await store.write(as: principal, .manageMembers, in: .person(id)) { work in
            work.about("member", id)
            try work.access.requireRank(over: id)
            try body(work)
        }
    }
}

/// A member with what they hold.
public struct MemberEntry: Sendable, Equatable {
    public let member: StoredMember
    public let assignments: [Assignment]
    /// The teams that the member belongs to now.
    public let teams: [TeamID]
}

/// What a supervisor sees of somebody who is not in their team.
public struct MemberCard: Sendable, Equatable {
    public let id: MemberID
    public let name: String
    public let email: EmailAddress
}

/// Members by name, in pages. The next page starts behind the last entry, however many people join in between.
public struct MemberQuery: Sendable {
    /// A part of the name or the address.
    public var text: String?
    public var state: MemberState?
    public var team: TeamID?
    public var role: RoleID?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public struct Cursor: Sendable, Equatable {
        let key: String
        let id: MemberID
    }

    public init() {}

    func page(in work: UnitOfWork, reach: Reach) throws -> MemberPage {
        let text = text.map(Names.key) ?? ""
        let limit = min(max(limit, 1), 1000)
        let members = try work.kernel.rows(
            """
            SELECT \(StoredMember.columns) FROM kernel_member m
            WHERE (m.name_key, m.id) > (\(cursor?.key ?? ""), \(cursor?.id.description ?? ""))
                AND (\(state) IS NULL OR m.state = \(state))
                AND (\(text) = '' OR instr(m.name_key, \(text)) > 0 OR instr(m.email, \(text)) > 0)
                AND (\(team) IS NULL OR EXISTS (
                    SELECT 1 FROM kernel_team_member b
                    WHERE b.member_id = m.id AND b.team_id = \(team) AND b.valid_until IS NULL))
                AND (\(role) IS NULL OR EXISTS (
                    SELECT 1 FROM kernel_assignment a WHERE a.member_id = m.id AND a.role = \(role)))
                AND (\(reach.everyone) OR m.id = \(reach.oneself) OR EXISTS (
                    SELECT 1 FROM kernel_team_member b WHERE b.member_id = m.id AND b.valid_until IS NULL
                        AND b.team_id IN (SELECT value FROM json_each(\(json: reach.teams)))))
            ORDER BY m.name_key, m.id LIMIT \(limit + 1)
            """, make: StoredMember.init)
        let shown = members.prefix(limit)
        let next = members.count > limit ? shown.last.map { Cursor(key: Names.key($0.name), id: $0.id) } : nil
        return MemberPage(entries: try entries(of: Array(shown), in: work), next: next)
    }

    private func entries(of members: [StoredMember], in work: UnitOfWork) throws -> [MemberEntry] {
        let ids = members.map(\.id)
        let roles = try work.kernel.rows(
            """
            SELECT member_id, role, team_id FROM kernel_assignment
            WHERE member_id IN (SELECT value FROM json_each(\(json: ids))) ORDER BY role, team_id
            """, as: MemberID.self, RoleID.self, String.self)
        let teams = try work.kernel.rows(
            """
            SELECT member_id, team_id FROM kernel_team_member
            WHERE member_id IN (SELECT value FROM json_each(\(json: ids))) AND valid_until IS NULL ORDER BY row
            """, as: MemberID.self, TeamID.self)
        let rolesByMember = Dictionary(grouping: roles, by: \.0)
        let teamsByMember = Dictionary(grouping: teams, by: \.0)
        return members.map { member in
            MemberEntry(
                member: member,
                assignments: (rolesByMember[member.id] ?? []).map { Assignment($0.1, team: TeamID($0.2)) },
                teams: (teamsByMember[member.id] ?? []).map(\.1))
        }
    }
}

public struct MemberPage: Sendable {
    public let entries: [MemberEntry]
    /// Where the next page starts; `nil` behind the last.
    public let next: MemberQuery.Cursor?
}
