internal import Atrium

/// Finds people who can be added to a team: by their exact address, or by a part of their name.
struct FindMembers: Table {
    let team: TeamID
    let text: String?

    /// A person who was found, with the team to which they can be added.
    struct Row: Sendable, Identifiable {
        let team: TeamID
        let member: MemberSummary
        var id: MemberID { member.id }
    }

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "find-members"
    static let title: Words = "Add people"
    static let help: Words =
        "Look for active members by their exact address, or by at least two letters of their name."
    static let whenEmpty: Words = "Nobody is found. Write a whole address, or at least two letters of a name."
    static let needs = Need<Self>(.findMembers, in: .anywhere)
    static let places: [Place<Self>] = [.team { Self(team: $0, text: nil) }]
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"), Field("text", \.text, .optional(.line), "Address or name"))
    static let columns: [Column<Row>] = [
        Column("name", "Name", { MemberValue($0.id, name: $0.member.name) }),
        Column("address", "Address", \.member.email),
    ]

    func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<Row> {
        let found = try await tenant.members.find(text ?? "", as: caller.principal)
        return try page(of: found.map { Row(team: team, member: $0) }, request)
    }
}

/// Adds an active member to a team.
struct AddToTeam: Act {
    let member: MemberID
    let team: TeamID

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "add-to-team"
    static let title: Words = "Add to the team"
    static let needs = Need<Self>(.manageTeamMembers) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: FindMembers.self) { Self(member: $0.id, team: $0.team) }
    ]
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("team", \.team, .team, "Team"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.teams.add(member, to: team, as: caller.principal)
        return Outcome("The member is in the team.", next: TeamSheet(team: team))
    }
}

/// Takes a member out of a team.
struct RemoveFromTeam: Act {
    let member: MemberID
    let team: TeamID?

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "remove-from-team"
    static let title: Words = "Take out of a team"
    static let isDestructive = true
    static let help: Words = "The time in the team stays on record."
    static let needs = Need<Self>(.manageTeamMembers) { $0.team.map(Scope.team) ?? .anyTeam }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) { entry in
            entry.teams.isEmpty ? nil : Self(member: entry.id, team: entry.teams.onlyElement)
        }
    ]
    private static let memberField = Field<Self, MemberID>("member", \.member, .member, "Member")
    private static let teams = Choices.of(KernelSurfaces.self, after: memberField) { member, tenant, caller in
        let own = try await tenant.members.member(member, as: caller.principal).teams
        return try await tenant.teams.choices(among: own, as: caller.principal)
    }
    static let form = Form(
        Self.init, memberField, Field("team", \.team, .required(.team(among: teams)), "Team"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        guard let team else { throw InvalidFields.missing("team") }
        try await tenant.teams.remove(member, from: team, as: caller.principal)
        return Outcome("The member is no longer in the team.", next: TeamSheet(team: team))
    }
}
