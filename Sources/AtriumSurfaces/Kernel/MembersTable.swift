public import Atrium

/// The members, each with roles and teams.
public struct MembersTable: Table {
    /// A part of the name or the address.
    public var text: String?
    /// Only members in this state; `nil` for all.
    public var state: MemberState?
    /// Only members of this team.
    public var team: TeamID?
    /// Only members who hold this role.
    public var role: RoleID?

    /// The table with filters; without one, of the active members.
    public init(text: String? = nil, state: MemberState? = .active, team: TeamID? = nil, role: RoleID? = nil) {
        (self.text, self.state, self.team, self.role) = (text, state, team, role)
    }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "members"
    public static let title: Words = "Members"
    public static let help: Words =
        "Everybody who belongs to the organization. Supervisors see the members of their teams."
    public static let needs = Need<Self>(.viewMembers, in: .anywhere)
    public static let places: [Place<Self>] = [
        .area(.administration, in: .people, offeredTo: Need(.viewMembers, in: .anyTeam)), .team { Self(team: $0) },
    ]
    public static let form = Form(
        Self.init,
        Field("text", \.text, .optional(.line), "Name or address"),
        Field("state", \.state, .optional(.cases(\.words)), "State", default: .active),
        Field("team", \.team, .optional(.team), "Team"),
        Field("role", \.role, .optional(.role), "Role"))
    public static let columns: [Column<MemberEntry>] = [
        Column("name", "Name", { MemberValue($0.id, name: $0.member.name) }, link: { MemberSheet(member: $0.id) }),
        Column("address", "Address", \.member.shownAddress),
        Column("state", "State", \.member.state, words: \.words, tone: \.tone),
        Column("roles", "Roles", { $0.assignments.map(\.role) }),
        Column("teams", "Teams", \.teams),
        Column("joined", "Joined", \.member.joinedAt),
    ]

    public func page(
        _ request: PageRequest, in tenant: Tenant, for caller: Caller
    ) async throws -> Page<MemberEntry> {
        var query = MemberQuery()
        (query.text, query.state, query.team, query.role) = (text, state, team, role)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await tenant.members.list(query, as: caller.principal)
        return Page(page.entries, next: page.next?.description)
    }
}

extension MemberEntry: Identifiable {
    public var id: MemberID { member.id }
}

extension StoredMember {
    /// The address; `nil` if the person has none.
    var shownAddress: EmailAddress? { hasAddress ? email : nil }
}

extension MemberState {
    var words: Words {
        switch self {
        case .active: "active"
        case .deactivated: "deactivated"
        case .removed: "removed"
        case .erased: "erased"
        }
    }

    var tone: Tone { self == .active ? .good : .neutral }
}

/// One member, with roles and teams.
public struct MemberSheet: Sheet {
    /// The member.
    public let member: MemberID

    /// The sheet of a member.
    public init(member: MemberID) { self.member = member }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "member"
    public static let title: Words = "Member"
    public static let help: Words = "Who the person is in the organization. The roles say what the person may do."
    public static let needs = Need<Self>(.viewMembers) { .member($0.member) }
    public static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    public func blocks(in tenant: Tenant, for caller: Caller) async throws -> [Block] {
        let entry = try await tenant.members.member(member, as: caller.principal)
        return [
            .facts([
                Fact("Name", entry.member.name), Fact("Address", entry.member.shownAddress),
                Fact("State", StateValue(entry.member.state.words, entry.member.state.tone)),
                Fact("Joined", entry.member.joinedAt),
                Fact("Roles", entry.assignments.map(\.role)), Fact("Teams", entry.teams),
            ])
        ]
    }
}
