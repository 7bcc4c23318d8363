internal import Atrium

/// The steps of the organization's launch, each with what is done so far and where to go on.
struct LaunchTable: Table {
    /// A step as a row.
    struct Row: Sendable, Identifiable {
        let step: LaunchStep
        let progress: LaunchStep.Progress
        var id: String { step.name }

        var isDone: Bool { if case .done = progress { true } else { false } }

        var soFar: Words {
            switch progress {
            case .open(let words), .done(let words): words
            }
        }
    }

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "launch"
    static let title: Words = "Launch"
    static let help: Words =
        "What an organization does first, and how far it is. Each step leads to where it is done."
    static let needs = Need<Self>(.viewTeams, .viewMembers, in: .anywhere)
    static let places: [Place<Self>] = [
        .area(.administration, in: .organization, after: RolesTable.self, offeredTo: Need(.manageMembers))
    ]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Row>] = [
        Column("step", "Step", \.step.title, link: { $0.step.surface }),
        Column(
            "state", "State", \.isDone, StateValue("\(context: "step")done", .good),
            else: StateValue("\(context: "step")open", .warning)),
        Column("so-far", "So far", \.soFar),
        Column("advice", "Advice", \.step.advice),
    ]

    func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<Row> {
        var rows: [Row] = []
        for step in LaunchStep.ofTheKernel {
            rows.append(Row(step: step, progress: try await step.progress(tenant, caller)))
        }
        for step in tenant.contributions(to: .launchSteps) {
            do { rows.append(Row(step: step, progress: try await step.progress(tenant, caller))) } catch is AccessError
            {}
        }
        let phases = LaunchStep.Phase.allCases
        return try page(of: phases.flatMap { phase in rows.filter { $0.step.phase == phase } }, request)
    }
}

extension LaunchStep {
    /// Teams, and who looks after them.
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
