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
            try MemberEntry(work.requireMember(id), in: work)
        }
    }

    /// Finds active members by exact address or by a part of their name (two characters at least), 20 at most: for those
    /// who add people to their team. A text of more than 2,000 bytes finds nobody.
    public func find(_ text: String, as principal: Principal) async throws -> [MemberCard] {
        try await store.read(as: principal, .findMembers, in: .anywhere) { work in
            guard let key = Names.searchKey(text), key.count >= 2 else { return [] }
            return try work.kernel.rows(
                """
                SELECT id, name, email FROM kernel_member
                WHERE state = 'active' AND (email IN (\(key), \(ASCII.lowercased(text))) OR instr(name_key, \(key)) > 0)
                ORDER BY name_key, id LIMIT 20
                """
            ) { row in MemberCard(id: try row[0], name: try row[1], email: try row[2]) }
        }
    }

    /// Corrects the name that a member, in any state, has in this organization, and keeps when they come back; their account has
    /// a name of its own. A certificate shows the name of its day until it is reissued. Throws `NameError`.
    public func rename(_ id: MemberID, to name: String, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try Names.check(name, of: "a person")
            guard try work.requireMember(id).name != name else { return }
            try work.kernel.run(
                "UPDATE kernel_member SET name = \(name), name_key = \(TextRule.folded(name)) WHERE id = \(id)")
            try work.publish(MemberRenamed(member: id))
        }
    }

    /// Ends access and frees the seat; roles, teams and history stay, so that ``MemberDeactivated`` is all that is published.
    public func deactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try work.move(id, from: .active, to: .deactivated, else: .notActive)
            try work.publish(MemberDeactivated(member: id))
        }
    }

    /// Gives a deactivated member access, roles and teams again; ``MemberReactivated`` is all that is published.
    public func reactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try work.move(id, from: .deactivated, to: .active, else: .notDeactivated)
            try work.publish(MemberReactivated(member: id))
        }
    }

    /// Ends the membership with its roles and teams; the history stays.
    public func remove(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { try $0.remove(id) }
    }

    /// Ends the principal's own membership.
    public func leave(as principal: Principal) async throws {
        guard let id = principal.member else { throw MemberError.unknown }
        try await store.write(as: principal, .leave, in: .person(id)) { try $0.act(on: id) { try $0.remove(id) } }
    }

    private func manage(
        _ id: MemberID, as principal: Principal, _ act: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws { try await store.write(as: principal, .manageMembers, in: .person(id)) { try $0.act(on: id, act) } }
}

/// A member with what they hold.
public struct MemberEntry: Sendable, Equatable {
    public let member: StoredMember
    public let assignments: [Assignment]
    /// The teams that the member belongs to now.
    public let teams: [TeamID]

    init(_ member: StoredMember, in work: UnitOfWork) throws {
        self.member = member
        assignments = try work.assignments(of: member.id)
        teams = try work.teams(of: member.id).map(\.id)
    }
}

/// What a supervisor sees of somebody who is not in their team.
public struct MemberCard: Sendable, Equatable {
    public let id: MemberID
    public let name: String
    public let email: EmailAddress
}

/// Members by name, in pages. The next page starts behind the last entry, however many people join in between.
public struct MemberQuery: Sendable, PagedList {
    public static let listName: StaticString = "kernel.members"
    public typealias Position = MemberID

    /// A part of the name or the address, in up to 2,000 bytes: a longer one is part of none.
    public var text: String?
    public var state: MemberState?
    public var team: TeamID?
    public var role: RoleID?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// 1 to 1,000 entries a page.
    public var limit = 100

    public init() {}

    private static func isIn(_ teams: some Sequence<TeamID>) -> SQL {
        """
        EXISTS (SELECT 1 FROM kernel_team_member b WHERE b.member_id = m.id AND b.valid_until IS NULL
            AND b.team_id IN (SELECT value FROM json_each(\(json: teams))))
        """
    }

    func page(in work: UnitOfWork, reach: Reach) throws -> MemberPage {
        guard let text = Names.searchKey(text ?? "") else { return MemberPage(entries: [], next: nil) }
        let limit = min(max(limit, 1), 1000)
        let start = try cursor.map { try Self.key(of: $0.position, in: work) } ?? ""
        let members = try work.kernel.rows(
            """
            SELECT \(StoredMember.columns) FROM kernel_member m
            WHERE (m.name_key, m.id) > (\(start), \(cursor?.position.description ?? ""))
                AND (\(state) IS NULL OR m.state = \(state))
                AND (\(text) = '' OR instr(m.name_key, \(text)) > 0 OR instr(m.email, \(text)) > 0)
                AND (\(role) IS NULL OR m.id IN (SELECT member_id FROM kernel_assignment WHERE role = \(role)))
                AND (\(team) IS NULL OR \(Self.isIn([team].compactMap { $0 })))
                AND (\(reach.everyone) OR m.id = \(reach.oneself) OR \(Self.isIn(reach.teams)))
            ORDER BY m.name_key, m.id LIMIT \(limit + 1)
            """, make: StoredMember.init)
        let shown = members.prefix(limit)
        let next = members.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil
        return MemberPage(entries: try shown.map { try MemberEntry($0, in: work) }, next: next)
    }

    /// By what a member is sorted now: a cursor holds no names.
    private static func key(of member: MemberID, in work: UnitOfWork) throws -> String {
        let key = try work.kernel.first("SELECT name_key FROM kernel_member WHERE id = \(member)", as: String.self)
        guard let key else { throw CursorError.gone }
        return key
    }
}

public struct MemberPage: Sendable {
    public let entries: [MemberEntry]
    /// Where the next page starts; `nil` behind the last.
    public let next: MemberQuery.Cursor?
}
