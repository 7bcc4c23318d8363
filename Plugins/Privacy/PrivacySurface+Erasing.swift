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

/// The erasures that took place.
struct ErasuresTable: Table {
    typealias Provider = Privacy
    static let name: SurfaceName = "erasures"
    static let title: Words = "Erasures"
    static let whenEmpty: Words = "Nobody was erased."
    static let help: Words =
        "Keep this list apart from the backups. After a restore of older files, the same people have to be erased again."
    static let needs = Need<Self>(.repeatErasures)
    static let places: [Place<Self>] = [.area(.administration, in: .organization)]
    static let form = Form<Self>(Self.init)
    static func id(of row: Erased) -> MemberID { row.member }
    static let columns: [Column<Erased>] = [
        Column("member", "Member", { $0.member.description }),
        Column("erased", "\(context: "date")Erased", \.erasedAt),
        Column(
            "state", "State", \.isFinished, StateValue("nothing is left", .good),
            else: StateValue("the files are still cleaned", .warning)),
    ]

    func page(_ request: PageRequest, in service: PrivacyService, for caller: Caller) async throws -> Page<Erased> {
        var query = ErasureQuery()
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.erasures(query, as: caller.principal)
        return Page(page.entries, next: page.next?.description)
    }
}

/// Erases people of a list again, after a restore.
struct RepeatErasures: Act {
    let list: String

    typealias Provider = Privacy
    static let name: SurfaceName = "repeat-erasures"
    static let title: Words = "Erase again after a restore"
    static let isDestructive = true
    static let help: Words = "Paste the column with the members of the list that you kept. Unknown ones are left out."
    static let needs = Need<Self>(.repeatErasures)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(ErasuresTable.self)]
    static let form = Form(Self.init, Field("list", \.list, .lines, "Members"))
    var question: Words { Self.help }

    func perform(in service: PrivacyService, for caller: Caller) async throws -> Outcome {
        let members = list.split(whereSeparator: \.isWhitespace).compactMap { MemberID(String($0)) }
        guard !members.isEmpty else { throw InvalidFields.missing("list") }
        let result = try await service.repeatErasures(of: members, as: caller.principal)
        return Outcome(
            "\(result.done, "person was", "people were") erased again.", stop: result.stopWords, next: ErasuresTable())
    }
}
