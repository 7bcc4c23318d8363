internal import Atrium
internal import AtriumSurfaces

/// How long data is kept.
struct RetentionTable: Table {
    typealias Provider = Privacy
    static let name: SurfaceName = "retention"
    static let title: Words = "How long data is kept"
    static let help: Words = "Nothing goes before you choose a number of days. What is older then goes once a day."
    static let needs = Need<Self>(.manageRetention)
    static let places: [Place<Self>] = [.area(.administration, in: .organization)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<RetentionRule>] = [
        Column("data", "Data", \.title),
        Column("days", "Days", \.days),
        Column("due", "Older than that", \.due),
    ]

    func page(
        _ request: PageRequest, in service: PrivacyService, for caller: Caller
    ) async throws -> Page<RetentionRule> {
        try page(of: await service.retentionRules(as: caller.principal), request)
    }
}

/// Chooses how long data of a rule is kept.
struct KeepData: PlannedAct {
    let rule: String
    let days: Int?

    typealias Provider = Privacy
    static let name: SurfaceName = "keep"
    static let title: Words = "Choose how long"
    static let isDestructive = true
    static let needs = Need<Self>(.manageRetention)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: RetentionTable.self) { Self(rule: $0.id, days: $0.days) }]
    static let form = Form(
        Self.init, Field("rule", \.rule, .retentionRule, "Data"),
        Field("days", \.days, .optional(.integer(1...36_500)), "Days", help: "Without a number, it is kept."))

    func plan(in service: PrivacyService, for caller: Caller) async throws -> Int {
        try await service.preview(rule, days: days, as: caller.principal)
    }

    func preview(of plan: Int) -> Preview {
        let summary: Words =
            if let days {
                "Kept for \(days, "day", "days"). \(plan, "entry is", "entries are") older now, and erased within a day."
            } else {
                "Kept without end. Nothing is erased."
            }
        return Preview(1, summary, basis: "\(plan)")
    }

    func perform(_ plan: Int, in service: PrivacyService, for caller: Caller) async throws -> Outcome {
        try await service.keep(rule, days: days, as: caller.principal)
        return Outcome("The time is chosen.", next: RetentionTable())
    }
}

extension FieldKind where Value == String {
    /// The name of a rule.
    fileprivate static let retentionRule = FieldKind(
        .reference("retention rule"),
        choices: .of(Privacy.self) { service, caller in
            try await service.retentionRules(as: caller.principal).map { Choice($0.id, $0.title) }
        }, parse: { (text: String) throws(InvalidField) in text }, text: { $0 })
}
