internal import Atrium
internal import AtriumSurfaces

/// Decides that an entry is not carried out.
struct SkipPlanEntry: Act {
    let entry: ID<PlanEntry>

    typealias Provider = Campaigns
    static let name: SurfaceName = "skip-entry"
    static let title: Words = "Skip"
    static let help: Words = "The entry is not carried out. A change makes it a draft again."
    static let needs = Need<Self>(.planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: PlanTable.self) { $0.state.isWaiting ? Self(entry: $0.id) : nil }
    ]
    static let form = Form(Self.init, Field("entry", \.entry, .planEntry, "\(context: "plan entry")Entry"))

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.skip(entry, as: caller.principal)
        return Outcome("The entry is skipped.", next: PlanTable())
    }
}

/// Decides that the entries that were ticked, or all that match, are not carried out: each in its own commit.
struct SkipPlanEntries: PlannedAct {
    let entries: Selection<PlanTable>

    typealias Provider = Campaigns
    static let name: SurfaceName = "skip-entries"
    static let title: Words = "Skip"
    static let help: Words = "The entries are not carried out. A change makes an entry a draft again."
    static let needs = Need<Self>(.planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.selection(of: PlanTable.self) { Self(entries: $0) }]
    static let form = Form(
        Self.init, Field("entries", \.entries, .selection(of: PlanTable.self), "\(context: "plan entry")Entries"))

    func plan(in service: CampaignService, for caller: Caller) async throws -> [PlanEntry] {
        try await entries.entries(in: service, as: caller.principal).filter(\.state.isWaiting)
    }

    func preview(of plan: [PlanEntry]) -> Preview {
        let lines = plan.enumerated().map { index, entry in
            ReportLine(
                index + 1, entry.content.summary, .neutral, "\(entry.content.kind.words) on \(entry.content.day)")
        }
        return Preview(
            plan.count, "\(plan.count, "entry is", "entries are") not carried out.", lines: lines,
            basis: plan.map { "\($0.id) \($0.revision)" }.joined(separator: ","))
    }

    func perform(_ plan: [PlanEntry], in service: CampaignService, for caller: Caller) async throws -> Outcome {
        let result = try await BulkResult<Int>.steps(0) { done in
            guard done < plan.count else { return true }
            try await service.skip(plan[done].id, as: caller.principal)
            done += 1
            ActProgress.report(done, of: plan.count)
            return done == plan.count
        }
        return Outcome(
            "\(result.done, "entry is", "entries are") skipped.", stop: result.stopWords, next: PlanTable())
    }
}

/// Takes down a banner before its time has passed.
struct TakeDownBanner: Act {
    let entry: ID<PlanEntry>

    typealias Provider = Campaigns
    static let name: SurfaceName = "take-down-banner"
    static let title: Words = "Take down"
    static let isDestructive = true
    static let help: Words = "Nobody sees the banner any more. The one before it is shown again, if it is not too old."
    static let needs = Need<Self>(.approvePlan, .planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: PlanTable.self) { $0.isShownBanner ? Self(entry: $0.id) : nil }]
    static let form = Form(Self.init, Field("entry", \.entry, .planEntry, "\(context: "plan entry")Entry"))

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.takeDown(entry, as: caller.principal)
        return Outcome("The banner is taken down.", next: PlanTable())
    }
}

extension PlanEntry {
    /// Whether it is a banner that was carried out and not taken down.
    var isShownBanner: Bool { content.kind == .banner && state == .done && takenDownAt == nil }
}

extension Selection<PlanTable> {
    /// The selected entries. Throws ``PlanError/unknown`` if one of the ticked entries does not exist.
    func entries(in service: CampaignService, as principal: Principal) async throws -> [PlanEntry] {
        switch self {
        case .ticked(let ids):
            let wanted = Set(ids)
            let chosen = try await service.entries(as: principal).filter { wanted.contains($0.id) }
            guard chosen.count == wanted.count else { throw PlanError.unknown }
            return chosen
        case .matching(let table): return try await service.entries(table.state, as: principal)
        }
    }
}
