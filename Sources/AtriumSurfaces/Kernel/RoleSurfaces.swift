public import Atrium

/// The roles that members can hold here.
public struct RolesTable: Table {
    /// The table.
    public init() {}

    /// A role as a row.
    public struct Row: Sendable, Identifiable {
        public let id: String
        let role: any Role
    }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "roles"
    public static let title: Words = "Roles"
    public static let help: Words = "A member cannot act on somebody whose role ranks higher."
    public static let needs = Need<Self>(.viewOrganization)
    public static let places: [Place<Self>] = [
        .area(.administration, after: TeamsTable.self, offeredTo: Need(.viewTeams, in: .anyTeam))
    ]
    public static let form = Form<Self>(Self.init)
    public static let columns: [Column<Row>] = [
        Column("role", "Role", \.role.id),
        Column("rank", "Rank", \.role.rank),
        Column("level", "Held for", { ($0.role.level == .team ? "a team" : "the organization") as Words }),
        Column("exclusions", "Never together with", { $0.role.exclusions.sorted { $0.rawValue < $1.rawValue } }),
    ]

    public func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<Row> {
        try page(of: await tenant.roles.list(as: caller.principal).map { Row(id: $0.id.rawValue, role: $0) }, request)
    }
}

/// Gives a member a role.
struct GrantRole: Act {
    let member: MemberID
    let role: RoleID?
    let team: TeamID?

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "grant-role"
    static let title: Words = "Grant a role"
    static let needs = Need<Self>(.grantRoles) { $0.team.map(Scope.team) ?? .organization }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) {
            $0.member.state == .active ? Self(member: $0.id, role: nil, team: nil) : nil
        }
    ]
    static let form = Form(
        Self.init,
        Field("member", \.member, .member, "Member"),
        Field("role", \.role, .required(.role), "Role"),
        Field("team", \.team, .optional(.team), "Team", help: "For a role that is held for a team, such as supervisor.")
    )

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        guard let role else { throw InvalidFields.missing("role") }
        try await tenant.roles.grant(Assignment(role, team: team), to: member, as: caller.principal)
        return Outcome("The role is granted.", next: MemberSheet(member: member))
    }
}

/// Takes a role from a member.
struct RevokeRole: Act {
    let member: MemberID
    let role: RoleID?
    let team: TeamID?

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "revoke-role"
    static let title: Words = "Revoke a role"
    static let isDestructive = true
    static let needs = Need<Self>(.grantRoles) { $0.team.map(Scope.team) ?? .organization }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) { entry in
            guard !entry.assignments.isEmpty else { return nil }
            let only = entry.assignments.onlyElement
            return Self(member: entry.id, role: only?.role, team: only?.team)
        }
    ]
    private static let memberField = Field<Self, MemberID>("member", \.member, .member, "Member")
    private static let roles = Choices.of(KernelSurfaces.self, after: memberField) { member, tenant, caller in
        let held = try await tenant.members.member(member, as: caller.principal).assignments
        return Set(held.map(\.role)).sorted { $0.rawValue < $1.rawValue }.map { Choice($0.rawValue, $0.words) }
    }
    private static let teams = Choices.of(KernelSurfaces.self, after: memberField) { member, tenant, caller in
        let held = try await tenant.members.member(member, as: caller.principal).assignments
        return try await tenant.teams.choices(among: held.compactMap(\.team), as: caller.principal)
    }
    static let form = Form(
        Self.init, memberField,
        Field("role", \.role, .required(.role(among: roles)), "Role"),
        Field(
            "team", \.team, .optional(.team(among: teams)), "Team",
            help: "For a role that is held for a team, such as supervisor."))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        guard let role else { throw InvalidFields.missing("role") }
        try await tenant.roles.revoke(Assignment(role, team: team), from: member, as: caller.principal)
        return Outcome("The role is revoked.", next: MemberSheet(member: member))
    }
}
