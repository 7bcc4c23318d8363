internal import Atrium

/// An act on several members, each in its own commit: if it is refused for one, the others still take place.
protocol BulkMemberAct: PlannedAct where Provider == KernelSurfaces, Plan == [MemberEntry] {
    /// The states in which it changes something.
    static var states: [MemberState] { get }
    /// What happens to a member: "loses access".
    static var effect: Words { get }
    var members: Selection<MembersTable> { get }
    init(members: Selection<MembersTable>)
    /// Acts on one member.
    func act(on member: MemberID, in tenant: Tenant, as principal: Principal) async throws
}

extension BulkMemberAct {
    static var needs: Need<Self> { Need(.manageMembers, .viewMembers) }
    static var repetition: Repetition { .harmless }
    static var places: [Place<Self>] { [.selection(of: MembersTable.self) { Self(members: $0) }] }
    static var form: Form<Self> {
        Form(Self.init(members:), Field("members", \.members, .selection(of: MembersTable.self), "Members"))
    }

    func plan(in tenant: Tenant, for caller: Caller) async throws -> [MemberEntry] {
        switch members {
        case .ticked(let ids):
            var entries: [MemberEntry] = []
            for id in ids { entries.append(try await tenant.members.member(id, as: caller.principal)) }
            return entries
        case .matching(let table):
            var entries: [MemberEntry] = []
            var request = PageRequest(limit: 1000)
            repeat {
                let page = try await table.page(request, in: tenant, for: caller)
                entries += page.rows
                request.cursor = page.next
            } while request.cursor != nil
            return entries
        }
    }

    func preview(of plan: [MemberEntry]) -> Preview {
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

    func perform(_ plan: [MemberEntry], in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        let chosen = plan.filter { Self.states.contains($0.member.state) }
        // A member who may not be changed stops no other. Every other error does.
        let result = try await BulkResult<[ReportLine]>.steps([]) { lines in
            guard lines.count < chosen.count else { return true }
            let entry = chosen[lines.count]
            do {
                try await act(on: entry.id, in: tenant, as: caller.principal)
                lines.append(ReportLine(lines.count + 1, entry.member.name, .good, "done"))
            } catch let error as MemberError {
                lines.append(ReportLine(lines.count + 1, entry.member.name, .bad, error.words))
            }
            ActProgress.report(lines.count, of: chosen.count)
            return lines.count == chosen.count
        }
        let done = result.done.count { $0.tone == .good }
        return Outcome(
            "\(done) of \(chosen.count) done.", lines: result.done, stop: result.stopWords, next: MembersTable())
    }
}

/// Ends the access of several members.
struct DeactivateMembers: BulkMemberAct {
    let members: Selection<MembersTable>

    init(members: Selection<MembersTable>) { self.members = members }

    static let name: SurfaceName = "deactivate-members"
    static let title: Words = "Deactivate"
    static let help: Words = "Access ends, and the seats become free. Roles, teams and history stay."
    static let states: [MemberState] = [.active]
    static let effect: Words = "access ends"

    func act(on member: MemberID, in tenant: Tenant, as principal: Principal) async throws {
        try await tenant.members.deactivate(member, as: principal)
    }
}

/// Ends several memberships.
struct RemoveMembers: BulkMemberAct {
    let members: Selection<MembersTable>

    init(members: Selection<MembersTable>) { self.members = members }

    static let name: SurfaceName = "remove-members"
    static let title: Words = "Remove"
    static let help: Words = "The memberships end with their roles and teams. The history stays."
    static let states: [MemberState] = [.active, .deactivated]
    static let effect: Words = "the membership ends"

    func act(on member: MemberID, in tenant: Tenant, as principal: Principal) async throws {
        try await tenant.members.remove(member, as: principal)
    }
}
