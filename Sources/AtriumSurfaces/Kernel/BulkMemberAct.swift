public import Atrium

/// An act on several members, each in its own commit: if it is refused for one, the others still take place.
///
/// A module conforms its act with a field of the kind `.selection(of: MembersTable.self)`, and says what happens to one member.
public protocol BulkMemberAct: PlannedAct where Plan == [MemberEntry] {
    /// The states in which it changes something.
    static var states: [MemberState] { get }
    /// What happens to a member: "loses access".
    static var effect: Words { get }
    /// The members who were ticked, or all who match.
    var members: Selection<MembersTable> { get }
    /// Acts on one member.
    func act(on member: MemberID, in service: Provider.Service, for caller: Caller) async throws
    /// Where to go from here.
    var next: any Surface { get }
}

extension BulkMemberAct {
    public static var states: [MemberState] { [.active] }
    public static var repetition: Repetition { .harmless }
    public var next: any Surface { MembersTable() }

    /// The members of the selection, as far as the caller sees them.
    public func plan(in service: Provider.Service, for caller: Caller) async throws -> [MemberEntry] {
        try await caller.members(in: members)
    }

    /// A line for each member: what happens to them, or why nothing does.
    public func preview(of plan: [MemberEntry]) -> Preview {
        let count = plan.count { Self.states.contains($0.member.state) }
        let lines = plan.enumerated().map { index, entry in
            Self.states.contains(entry.member.state)
                ? ReportLine(index + 1, entry.member.name, .good, Self.effect)
                : ReportLine(index + 1, entry.member.name, .neutral, "stays \(entry.member.state.words)")
        }
        return Preview(
            count, "\(count, "member", "members") of \(plan.count): \(Self.effect)", lines: lines,
            basis: plan.map(\.id.description).joined())
    }

    /// Acts on one member after the other. The outcome has a line for each.
    public func perform(
        _ plan: [MemberEntry], in service: Provider.Service, for caller: Caller
    ) async throws -> Outcome {
        let chosen = plan.enumerated().filter { Self.states.contains($0.element.member.state) }
        guard !chosen.isEmpty else { return Outcome("0 of 0 done.", next: next) }
        let result = try await BulkResult<[ReportLine]>.steps([]) { lines in
            let (index, entry) = chosen[lines.count]
            do {
                try await act(on: entry.id, in: service, for: caller)
                lines.append(ReportLine(index + 1, entry.member.name, .good, Self.effect))
            } catch let error as any ExplainedError where !(error is AccessError) {
                // What a service explains is about this member, and stops no other. A lost permission ends the act.
                lines.append(ReportLine(index + 1, entry.member.name, .bad, error.words))
            }
            ActProgress.report(lines.count, of: chosen.count)
            return lines.count == chosen.count
        }
        let done = result.done.count { $0.tone == .good }
        return Outcome("\(done) of \(chosen.count) done.", lines: result.done, stop: result.stopWords, next: next)
    }
}
