internal import Atrium
internal import AtriumSurfaces
internal import AtriumTeamPages

/// An entry, how many people a message would reach today, and why it cannot be approved.
struct ApprovalPlan: Sendable {
    let entry: PlanEntry
    let readers: Int?
    let refusal: (any ExplainedError)?

    /// Plans for entries. Those who read a message are counted once for each audience.
    static func plans(
        for entries: [PlanEntry], in service: CampaignService, as principal: Principal
    ) async throws -> [ApprovalPlan] {
        let refusals = try await service.refusals(of: entries, as: principal)
        var counts: [TeamID?: Int] = [:]
        var plans: [ApprovalPlan] = []
        for entry in entries {
            let (content, refusal) = (entry.content, refusals[entry.id])
            let isMessage = content.kind == .message && refusal == nil
            if isMessage, counts[content.team] == nil {
                counts[content.team] = try await service.pages.preview(content.message, as: principal).recipientCount
            }
            plans.append(
                ApprovalPlan(entry: entry, readers: isMessage ? counts[content.team] : nil, refusal: refusal))
        }
        return plans
    }

    /// What is approved, in one line.
    var line: String { entry.content.summary }

    var effect: Words {
        let (kind, day) = (entry.content.kind.words, entry.content.day)
        return readers.map { "\(kind) on \(day), to \($0, "person", "people") as of today" } ?? "\(kind) on \(day)"
    }

    /// Whether the approval changes something, and is not refused.
    var isReady: Bool { refusal == nil && entry.state.needsDecision }

    /// Names the content, so that a confirmation is for this and nothing else.
    var basis: String { "\(entry.id) \(entry.revision)" }
}

/// Approves one entry, after a look at what people will read.
struct ApprovePlanEntry: PlannedAct {
    let entry: ID<PlanEntry>
    let revision: Int

    typealias Provider = Campaigns
    static let name: SurfaceName = "approve-entry"
    static let title: Words = "Approve"
    static let help: Words =
        "The entry is carried out on its day, in your name. A change ends the approval. You need the right to do what it does."
    static let needs = Need<Self>(.approvePlan, .planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: PlanTable.self) {
            $0.state.needsDecision ? Self(entry: $0.id, revision: $0.revision) : nil
        }
    ]
    static let form = Form(
        Self.init, Field("entry", \.entry, .planEntry, "\(context: "plan entry")Entry"),
        Field("revision", \.revision, .revision, "Revision"))

    func plan(in service: CampaignService, for caller: Caller) async throws -> [ApprovalPlan] {
        let entry = try await service.entry(entry, as: caller.principal)
        guard entry.revision == revision else { throw PlanError.changed }
        let plans = try await ApprovalPlan.plans(for: [entry], in: service, as: caller.principal)
        if let refusal = plans[0].refusal { throw refusal }
        return plans
    }

    func preview(of plans: [ApprovalPlan]) -> Preview {
        let texts = plans.flatMap { [$0.entry.content.subject, $0.entry.content.text] }
        let lines = texts.flatMap { $0.split(separator: "\n") }.enumerated().map { index, line in
            ReportLine(index + 1, String(line), .neutral, "")
        }
        return Preview(
            plans.count, Words(listing: plans.map(\.effect)), lines: lines, basis: plans.map(\.basis).joined())
    }

    func perform(_: [ApprovalPlan], in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.approve(entry, basedOn: revision, as: caller.principal)
        return Outcome("The entry is approved.", next: PlanTable())
    }
}

/// Approves the entries that were ticked, or all that match, each in its own commit.
struct ApprovePlanEntries: PlannedAct {
    let entries: Selection<PlanTable>

    typealias Provider = Campaigns
    static let name: SurfaceName = "approve-entries"
    static let title: Words = "Approve"
    static let help: Words =
        "Each entry is carried out on its day, in your name. What cannot be approved stays as it is, and says why."
    static let needs = Need<Self>(.approvePlan, .planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.selection(of: PlanTable.self) { Self(entries: $0) }]
    static let form = Form(
        Self.init, Field("entries", \.entries, .selection(of: PlanTable.self), "\(context: "plan entry")Entries"))

    func plan(in service: CampaignService, for caller: Caller) async throws -> [ApprovalPlan] {
        let chosen = try await entries.entries(in: service, as: caller.principal)
        return try await ApprovalPlan.plans(for: chosen, in: service, as: caller.principal)
    }

    func preview(of plan: [ApprovalPlan]) -> Preview {
        let count = plan.count { $0.isReady }
        let lines = plan.enumerated().map { index, each in
            each.isReady
                ? ReportLine(index + 1, each.line, .good, each.effect)
                : ReportLine(
                    index + 1, each.line, each.entry.state.needsDecision ? .bad : .neutral,
                    each.refusal?.words ?? each.entry.state.words)
        }
        return Preview(
            count, "\(count, "entry is", "entries are") approved, and carried out in your name.", lines: lines,
            basis: plan.map(\.basis).joined(separator: ","))
    }

    func perform(
        _ plan: [ApprovalPlan], in service: CampaignService, for caller: Caller
    ) async throws -> Outcome {
        let ready = plan.filter(\.isReady)
        let result = try await BulkResult<[ReportLine]>.steps([]) { lines in
            guard lines.count < ready.count else { return true }
            let each = ready[lines.count]
            do {
                try await service.approve(each.entry.id, basedOn: each.entry.revision, as: caller.principal)
                lines.append(ReportLine(lines.count + 1, each.line, .good, each.effect))
            } catch let error as any ExplainedError where !(error is AccessError) {
                lines.append(ReportLine(lines.count + 1, each.line, .bad, error.words))
            }
            ActProgress.report(lines.count, of: ready.count)
            return lines.count == ready.count
        }
        let done = result.done.count { $0.tone == .good }
        return Outcome(
            "\(done, "entry is", "entries are") approved.", lines: result.done, stop: result.stopWords,
            next: PlanTable())
    }
}
