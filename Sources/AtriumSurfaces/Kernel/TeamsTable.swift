public import Atrium

/// The teams that the caller sees.
public struct TeamsTable: Table {
    /// Whether archived teams are shown too.
    public let archived: Bool

    /// The table of open teams, or of all.
    public init(archived: Bool = false) { self.archived = archived }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "teams"
    public static let title: Words = "Teams"
    public static let help: Words =
        "Group people in any way: by department, place, project or interest. A person can be in several teams."
    public static let whenEmpty: Words = "There is no team yet."
    public static let needs = Need<Self>(.viewTeams, in: .anywhere)
    public static let places: [Place<Self>] = [.area(.administration, after: MembersTable.self)]
    public static let form = Form(Self.init, Field("archived", \.archived, .flag, "Show archived teams"))
    public static let columns: [Column<StoredTeam>] = [
        Column("name", "Name", \.name, link: { TeamSheet(team: $0.id) }),
        Column(
            "state", "State",
            { $0.archivedAt == nil }, StateValue("\(context: "team")open", .good),
            else: StateValue("\(context: "team")archived", .neutral)),
    ]

    public func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<StoredTeam> {
        try page(of: await tenant.teams.list(archived: archived, as: caller.principal), request)
    }
}

extension StoredTeam: Identifiable {}

/// One team, and what modules show of it.
public struct TeamSheet: Sheet {
    /// The team.
    public let team: TeamID

    /// The sheet of a team.
    public init(team: TeamID) { self.team = team }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "team"
    public static let title: Words = "Team"
    public static let help: Words = "The members of the team, and what you may do for it."
    public static let needs = Need<Self>(.viewTeams) { .team($0.team) }
    public static let form = Form(Self.init, Field("team", \.team, .team, "Team"))

    public func blocks(in tenant: Tenant, for caller: Caller) async throws -> [Block] {
        let teams = try await tenant.teams.list(archived: true, as: caller.principal)
        guard let team = teams.first(where: { $0.id == self.team }) else { throw TeamError.unknown }
        return [
            .facts([Fact("Name", team.name), Fact("Archived", team.archivedAt)]),
            .table(MembersTable(team: team.id)),
        ]
    }
}

/// Makes a team.
struct CreateTeam: Act {
    let text: String

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "create-team"
    static let title: Words = "Create a team"
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(TeamsTable.self)]
    static let form = Form(Self.init, Field("name", \.text, .line, "Name"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        let team = try await tenant.teams.create(text, as: caller.principal)
        return Outcome("Team \(text) is created.", next: TeamSheet(team: team))
    }
}

/// Gives a team another name.
struct RenameTeam: Act {
    let team: TeamID
    let text: String

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "rename-team"
    static let title: Words = "Rename"
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(team: $0.id, text: $0.name) : nil }
    ]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"), Field("name", \.text, .line, "Name"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.teams.rename(team, to: text, as: caller.principal)
        return Outcome("The team is renamed.", next: TeamSheet(team: team))
    }
}

/// Closes a team.
struct ArchiveTeam: Act {
    let team: TeamID

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "archive-team"
    static let title: Words = "Archive"
    static let isDestructive = true
    static let help: Words = "Its memberships and the supervisors' roles for it end. Its history stays."
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(team: $0.id) : nil }
    ]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))
    var question: Words { Self.help }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.teams.archive(team, as: caller.principal)
        return Outcome("The team is archived.", next: TeamsTable())
    }
}

/// Opens an archived team again.
struct UnarchiveTeam: Act {
    let team: TeamID

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "unarchive-team"
    static let title: Words = "Open again"
    static let help: Words = "What ended with the archiving stays ended: memberships and roles."
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? nil : Self(team: $0.id) }
    ]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.teams.unarchive(team, as: caller.principal)
        return Outcome("The team is open again.", next: TeamSheet(team: team))
    }
}
