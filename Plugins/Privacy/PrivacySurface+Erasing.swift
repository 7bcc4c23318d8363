internal import Atrium
internal import AtriumSurfaces

/// Erases one member.
struct EraseMember: PlannedAct {
    let member: MemberID

    typealias Provider = Privacy
    static let name: SurfaceName = "erase"
    static let title: Words = "Erase"
    static let isDestructive = true
    static let help: Words =
        "Name, addresses and everything that says who the person is are destroyed for good. Figures stay, and name nobody."
    static let needs = Need<Self>(.erasePersonalData, .exportPersonalData) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) { $0.member.state == .erased ? nil : Self(member: $0.id) }
    ]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))
    var question: Words { Self.help }

    func plan(in service: PrivacyService, for caller: Caller) async throws -> [PersonalExport.Part] {
        try await service.export(of: member, as: caller.principal).parts
    }

    func preview(of plan: [PersonalExport.Part]) -> Preview {
        let lines = plan.enumerated().map { index, part in
            ReportLine(index + 1, "", .neutral, "\(part.title): \(part.count, "entry", "entries")")
        }
        return Preview(1, "What the organization holds of the person, and what is erased of it:", lines: lines)
    }

    func perform(
        _ plan: [PersonalExport.Part], in service: PrivacyService, for caller: Caller
    ) async throws -> Outcome {
        try await service.erase(member, as: caller.principal)
        return Outcome(
            "The person is erased. Within a few minutes, no byte is left in the files.", next: MembersTable())
    }
}

/// Erases several members.
struct EraseMembers: BulkMemberAct {
    let members: Selection<MembersTable>

    typealias Provider = Privacy
    static let name: SurfaceName = "erase-members"
    static let title: Words = "Erase"
    static let isDestructive = true
    static let help: Words = EraseMember.help
    static let needs = Need<Self>(.erasePersonalData, .viewMembers)
    static let places: [Place<Self>] = [.selection(of: MembersTable.self) { Self(members: $0) }]
    static let form = Form(Self.init, Field("members", \.members, .selection(of: MembersTable.self), "Members"))
    static let states: [MemberState] = [.active, .deactivated, .removed]
    static let effect: Words = "is erased for good"

    func act(on member: MemberID, in service: PrivacyService, for caller: Caller) async throws {
        try await service.erase(member, as: caller.principal)
    }
}
