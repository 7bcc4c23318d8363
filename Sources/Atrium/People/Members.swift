/// Lists the members of one organization, and changes their names and states.
public struct Members: Sendable {
    let store: Store

    /// One page of members by name, each with roles and teams. Supervisors see the members of their teams. Members see
    /// themselves.
    public func list(_ query: MemberQuery = MemberQuery(), as principal: Principal) async throws -> MemberPage {
        try await store.read(as: principal, .viewMembers, in: .anywhere) { work in
            try query.page(in: work, reach: work.reach(of: .viewMembers))
        }
    }

    /// One member, if the principal may see this member.
    public func member(_ id: MemberID, as principal: Principal) async throws -> MemberEntry {
        try await store.read(as: principal, .viewMembers, in: .member(id)) { work in
            try MemberEntry(work.requireMember(id), in: work)
        }
    }

    /// Finds active members by their exact address or by a part of their name (at least two characters), at most 20 of them. It
    /// is for people who add others to their team. A text of more than 2,000 bytes finds nobody.
    public func find(_ text: String, as principal: Principal) async throws -> [MemberSummary] {
        try await store.read(as: principal, .findMembers, in: .anywhere) { work in
            guard let key = Names.searchKey(text), key.count >= 2 else { return [] }
            return try work.kernel.rows(
                """
                SELECT id, name, email FROM kernel_member
                WHERE state = 'active' AND (email IN (\(key), \(ASCII.lowercased(text))) OR instr(name_key, \(key)) > 0)
                ORDER BY name_key, id LIMIT 20
                """
            ) { row in MemberSummary(id: try row[0], name: try row[1], email: try row[2]) }
        }
    }

    /// Corrects the name of a member in any state. The name is used in this organization only, and stays when a removed member
    /// comes back. The account has a separate name. A certificate keeps the name that the member had when it was issued, until
    /// it is reissued. Throws `NameError`.
    public func rename(_ id: MemberID, to name: String, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try Names.check(name, of: "a person")
            guard try work.requireMember(id).name != name else { return }
            try work.kernel.run(
                "UPDATE kernel_member SET name = \(name), name_key = \(TextRule.folded(name)) WHERE id = \(id)")
            try work.publish(MemberRenamed(member: id))
        }
    }

    /// Ends access and frees the seat. Roles, teams and history stay, so only ``MemberDeactivated`` is published.
    public func deactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try work.move(id, from: .active, to: .deactivated, else: .notActive)
            try work.publish(MemberDeactivated(member: id))
        }
    }

    /// Gives a deactivated member access again, with the same roles and teams. Only ``MemberReactivated`` is published.
    public func reactivate(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { work in
            try work.move(id, from: .deactivated, to: .active, else: .notDeactivated)
            try work.publish(MemberReactivated(member: id))
        }
    }

    /// Ends the membership with its roles and teams. The history stays.
    public func remove(_ id: MemberID, as principal: Principal) async throws {
        try await manage(id, as: principal) { try $0.remove(id) }
    }

    /// Chooses the language in which the principal reads, a tag of BCP 47; `nil` for the organization's. Throws
    /// `OrganizationError.invalidLanguage`.
    public func chooseLanguage(_ language: String?, as principal: Principal) async throws {
        guard language.map(LanguageTag.isWellFormed) ?? true else { throw OrganizationError.invalidLanguage }
        try await store.write(as: principal, .chooseLanguage, in: .anywhere) { work in
            guard let id = principal.member else { throw MemberError.unknown }
            try work.setSubject("member", id)
            try work.kernel.run("UPDATE kernel_member SET language = \(language) WHERE id = \(id)")
        }
    }

    /// Ends the principal's own membership.
    public func leave(as principal: Principal) async throws {
        try await store.write(as: principal, .leave, in: principal.member.map { .member($0) } ?? .anywhere) { work in
            guard let id = principal.member else { throw MemberError.unknown }
            try work.act(on: id) { try $0.remove(id) }
        }
    }

    private func manage(
        _ id: MemberID, as principal: Principal, _ act: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws { try await store.write(as: principal, .manageMembers, in: .member(id)) { try $0.act(on: id, act) } }
}

/// A member with roles and teams.
public struct MemberEntry: Sendable, Equatable {
    /// The member as the kernel stores it.
    public let member: StoredMember
    /// The roles that the member holds, without `member`.
    public let assignments: [Assignment]
    /// The teams that the member is in now.
    public let teams: [TeamID]

    init(_ member: StoredMember, in work: UnitOfWork) throws {
        (self.member, assignments) = (member, try work.assignments(of: member.id))
        teams = try work.teams(of: member.id).map(\.id)
    }
}

/// What a supervisor sees of a person who is not in their team.
public struct MemberSummary: Sendable, Equatable {
    /// The member's identity.
    public let id: MemberID
    /// The person's name in this organization.
    public let name: String
    /// The address of the person's account.
    public let email: EmailAddress
}

/// A query for members by name, in pages. The next page starts after the last entry, even if people join in between.
public struct MemberQuery: Sendable, PagedList {
    public static let listName: StaticString = "kernel.members"
    public typealias Position = MemberID

    /// A part of the name or the address, in up to 2,000 bytes. A longer text finds nobody.
    public var text: String?
    /// Only these members; `nil` for all.
    public var ids: [MemberID]?
    /// Only members in this state; `nil` for all states except `erased`.
    public var state: MemberState?
    /// Only members who are in this team now; `nil` for all.
    public var team: TeamID?
    /// Only members who hold this role, for the organization or a team; `nil` for all.
    public var role: RoleID?
    /// Where the page starts; `nil` for the first.
    public var cursor: Cursor?
    /// The number of entries of a page, 1 to 1,000.
    public var limit = 100

    /// A query for the first page of all members.
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
        // The plan of a statement does not depend on bound values. So a list of all members is another statement.
        let isChosen: SQL = ids.map { "m.id IN (SELECT value FROM json_each(\(json: $0)))" } ?? "TRUE"
        let members = try work.kernel.rows(
            """
            SELECT \(StoredMember.columns) FROM kernel_member m
            WHERE (m.name_key, m.id) > (\(start), \(cursor?.position.description ?? ""))
                AND \(isChosen)
                AND (\(state) IS NULL AND m.state <> 'erased' OR m.state = \(state))
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

    /// The key by which a member is sorted now. A cursor does not contain this key, because cursors hold no names.
    private static func key(of member: MemberID, in work: UnitOfWork) throws -> String {
        let key = try work.kernel.first("SELECT name_key FROM kernel_member WHERE id = \(member)", as: String.self)
        guard let key else { throw CursorError.gone }
        return key
    }
}

/// One page of members.
public struct MemberPage: Sendable {
    /// The members, by name.
    public let entries: [MemberEntry]
    /// Where the next page starts; `nil` on the last page.
    public let next: MemberQuery.Cursor?
}
