internal import Atrium
internal import AtriumOperations

/// The modules of the organization: which work here.
struct ModulesTable: Table {
    init() {}

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "modules"
    static let title: Words = "Features"
    static let help: Words =
        "A feature that is off does nothing, and keeps its data. When it is on again, it catches up."
    static let needs = Need<Self>(.viewOrganization)
    static let places: [Place<Self>] = [
        .area(.administration, in: .organization, offeredTo: Need(.switchOwnModules))
    ]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<ModuleStatus>] = [
        Column("module", "Feature", \.title),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
        Column("needs", "Needs", { Words(listing: $0.needs) }),
    ]

    func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<ModuleStatus> {
        try page(of: await tenant.modules.list(as: caller.principal), request)
    }
}

extension ModuleStatus: Identifiable {}

extension ModuleState: CaseIterable {
    /// One state of each kind.
    static var allCases: [ModuleState] { [.on, .off, .waiting(for: []), .failed, .missing] }

    fileprivate var words: Words {
        switch self {
        case .on: "on"
        case .off: "off"
        case .waiting: "waits for what it needs"
        case .failed: "did not start, is tried again"
        case .missing: "missing from the program"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .on: .good
        case .off: .neutral
        case .waiting, .failed, .missing: .warning
        }
    }
}

/// Switches a module on.
struct SwitchModuleOn: ModuleSwitch {
    let module: ModuleID

    static let name: SurfaceName = "switch-on"
    static let title: Words = "Switch on"
    static let isOn = true
    static let places: [Place<Self>] = [
        .row(of: ModulesTable.self) { $0.isSwitchable && $0.state == .off ? Self(module: $0.id) : nil }
    ]

    init(module: ModuleID) { self.module = module }
}

/// Switches a module off.
struct SwitchModuleOff: ModuleSwitch {
    let module: ModuleID

    static let name: SurfaceName = "switch-off"
    static let title: Words = "Switch off"
    static let isOn = false
    static let isDestructive = true
    static let places: [Place<Self>] = [
        .row(of: ModulesTable.self) { status in
            let isChosen = status.state != .off && status.state != .missing
            return status.isSwitchable && isChosen ? Self(module: status.id) : nil
        }
    ]

    init(module: ModuleID) { self.module = module }
}

/// A plan, and what the caller reads of the modules.
struct TitledPlan: Sendable {
    let plan: ModulePlan
    let titles: [ModuleID: String]

    func title(of module: ModuleID) -> String { titles[module] ?? module.description }
}

/// An act that switches one module, after it has shown what begins and ends with it.
protocol ModuleSwitch: PlannedAct where Provider == KernelSurfaces, Plan == TitledPlan {
    init(module: ModuleID)
    var module: ModuleID { get }
    static var isOn: Bool { get }
}

extension ModuleSwitch {
    static var needs: Need<Self> { Need(.switchOwnModules) }
    static var repetition: Repetition { .harmless }
    static var form: Form<Self> { Form(Self.init, Field("module", \.module, .module, "Feature")) }

    func plan(in tenant: Tenant, for caller: Caller) async throws -> TitledPlan {
        let plan = try await tenant.modules.plan([module: Self.isOn], as: caller.principal)
        let titles = try await tenant.modules.list(as: caller.principal).map { ($0.id, caller.language.text($0.title)) }
        return TitledPlan(plan: plan, titles: Dictionary(uniqueKeysWithValues: titles))
    }

    func preview(of plan: TitledPlan) -> Preview {
        let starts = plan.plan.starts.map {
            (text: plan.title(of: $0), tone: Tone.good, words: "begins to work" as Words)
        }
        let ends = plan.plan.ends.map { effect in
            let forgotten = effect.waitingEvents + effect.failedJobs
            let words: Words =
                "ends; \(effect.rows, "row stays", "rows stay"), \(forgotten, "waiting event or job is", "waiting events or jobs are") forgotten"
            return (text: plan.title(of: effect.module), tone: Tone.warning, words: words)
        }
        let lines = (starts + ends).enumerated().map { ReportLine($0 + 1, $1.text, $1.tone, $1.words) }
        return Preview(max(1, lines.count), "What this changes:", lines: lines)
    }

    func perform(_ plan: TitledPlan, in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.modules.carryOut(plan.plan, as: caller.principal)
        return Outcome(Self.isOn ? "The feature is on." : "The feature is off.", next: ModulesTable())
    }
}

extension FieldKind where Value == ModuleID {
    /// A module that the caller may switch.
    fileprivate static let module = FieldKind(
        .reference("module"),
        choices: .of(KernelSurfaces.self) { tenant, caller in
            try await tenant.modules.list(as: caller.principal).filter(\.isSwitchable)
                .map { Choice($0.id.description, $0.title) }
        },
        parse: { (text: String) throws(InvalidField) in
            guard let id = ModuleID(text) else { throw InvalidField("names no feature; choose one") }
            return id
        }, text: { $0.description })
}
