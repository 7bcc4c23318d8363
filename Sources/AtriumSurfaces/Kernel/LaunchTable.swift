public import Atrium

/// The steps of the organization's launch, each with what is done so far and where to go on.
public struct LaunchTable: Table {
    /// Only the steps of this phase; `nil` for all.
    public var phase: LaunchStep.Phase?

    /// The steps of a phase, or of the whole launch.
    public init(phase: LaunchStep.Phase? = nil) { self.phase = phase }

    /// A step as a row.
    public struct Row: Sendable, Identifiable {
        let step: LaunchStep
        let progress: LaunchStep.Progress
        public var id: String { step.name }

        var isDone: Bool { if case .done = progress { true } else { false } }

        var soFar: Words {
            switch progress {
            case .open(let words), .done(let words): words
            }
        }
    }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "launch"
    public static let title: Words = "Launch"
    public static let help: Words =
        "What an organization does first, and how far it is. Each step leads to where it is done."
    public static let needs = Need<Self>(.viewTeams, .viewMembers, in: .anywhere)
    public static let places: [Place<Self>] = [
        .area(.administration, in: .organization, after: RolesTable.self, offeredTo: Need(.manageMembers))
    ]
    public static let form = Form(
        Self.init, Field("phase", \.phase, .optional(.cases(\.words)), "\(context: "launch")Part"))
    public static let columns: [Column<Row>] = [
        Column("step", "Step", \.step.title, link: { $0.step.surface }),
        Column(
            "state", "State", \.isDone, StateValue("\(context: "step")done", .good),
            else: StateValue("\(context: "step")open", .warning)),
        Column("so-far", "So far", \.soFar),
        Column("advice", "Advice", \.step.advice),
    ]

    public func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<Row> {
        // Steps whose data somebody may not see are left out. Who may see no team is refused.
        _ = try await tenant.teams.list(as: caller.principal)
        let steps = LaunchStep.ofTheKernel + tenant.contributions(to: .launchSteps)
        var rows: [Row] = []
        for phase in phase.map({ [$0] }) ?? LaunchStep.Phase.allCases {
            for step in steps where step.phase == phase {
                do {
                    rows.append(Row(step: step, progress: try await step.progress(tenant, caller)))
                } catch is AccessError {}
            }
        }
        return try page(of: rows, request)
    }
}

extension LaunchStep.Phase {
    fileprivate var words: Words {
        switch self {
        case .prepare: "before anybody is invited"
        case .invite: "people come in"
        case .tell: "people are told"
        case .follow: "during the year"
        }
    }
}

extension LaunchStep {
    /// Teams, who is in them, and who looks after them.
    fileprivate static let ofTheKernel = [
        LaunchStep(
            "teams", .prepare, "Group people into teams",
            advice: "Think about how people belong together: by department, place, project or interest.",
            at: TeamsTable(), of: KernelSurfaces.self
        ) { tenant, caller in
            let count = try await tenant.teams.list(as: caller.principal).count
            return count == 0 ? .open("There is no team yet.") : .done("Teams: \(count).")
        },
        LaunchStep(
            "team-members", .invite, "See that each team has members",
            advice: "The figures of a team, its page and its suggestions are for its members.", at: TeamsTable(),
            of: KernelSurfaces.self
        ) { tenant, caller in
            let teams = try await tenant.teams.list(as: caller.principal)
            if teams.isEmpty { return .open("There is no team yet.") }
            var empty = 0
            for team in teams {
                var query = MemberQuery()
                (query.team, query.state, query.limit) = (team.id, .active, 1)
                if try await tenant.members.list(query, as: caller.principal).entries.isEmpty { empty += 1 }
            }
            return empty == 0 ? .done("Each team has members.") : .open("\(empty, "team has", "teams have") no member.")
        },
        LaunchStep(
            "supervisors", .prepare, "Give each team a supervisor",
            advice: "Supervisors look after their team: they write its page and suggest courses.",
            at: MembersTable(), of: KernelSurfaces.self
        ) { tenant, caller in
            let teams = Set(try await tenant.teams.list(as: caller.principal).map(\.id))
            var query = MemberQuery()
            (query.role, query.state, query.limit) = (.supervisor, .active, 1000)
            var led: Set<TeamID> = []
            repeat {
                let page = try await tenant.members.list(query, as: caller.principal)
                let held = page.entries.flatMap(\.assignments).filter { $0.role == .supervisor }
                led.formUnion(held.compactMap(\.team))
                query.cursor = page.next
            } while query.cursor != nil
            let waiting = teams.subtracting(led).count
            if teams.isEmpty { return .open("There is no team yet.") }
            return waiting == 0
                ? .done("Each team has one.") : .open("\(waiting, "team has", "teams have") no supervisor.")
        },
    ]
}
