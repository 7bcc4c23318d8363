internal import Atrium
internal import AtriumSurfaces

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
struct RepeatErasures: PlannedAct {
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

    func plan(in service: PrivacyService, for caller: Caller) async throws -> [RestoredMember] {
        let members = list.split(whereSeparator: \.isWhitespace).compactMap { MemberID(String($0)) }
        guard !members.isEmpty else { throw InvalidFields.missing("list") }
        return try await service.restored(of: members, as: caller.principal)
    }

    func preview(of plan: [RestoredMember]) -> Preview {
        let lines = plan.enumerated().map { index, member in
            ReportLine(index + 1, member.name ?? member.id.description, .neutral, EraseMembers.effect)
        }
        let summary: Words =
            plan.isEmpty
            ? "Nobody of the list is here."
            : "\(plan.count, "person of the list is", "people of the list are") here and would be erased for good."
        return Preview(plan.count, summary, lines: lines, basis: plan.map(\.id.description).joined())
    }

    func perform(_ plan: [RestoredMember], in service: PrivacyService, for caller: Caller) async throws -> Outcome {
        let result = try await service.repeatErasures(of: plan.map(\.id), as: caller.principal)
        return Outcome(
            "\(result.done, "person was", "people were") erased again.", stop: result.stopWords, next: ErasuresTable())
    }
}

/// Makes a member administrator in place of an erased person whom an older file has brought back.
struct ReplaceErasedAdministrator: Act {
    let address: EmailAddress?

    typealias Provider = Privacy
    static let name: SurfaceName = "replace-administrator"
    static let title: Words = "Replace an erased administrator"
    static let isDestructive = true
    static let help: Words =
        "If an older file has no other administrator than an erased person, the person cannot be erased again. Name a member who becomes administrator. The person is then erased again."
    static let needs = Need<Self>(.replaceErasedAdministrator)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(ErasuresTable.self)]
    static let form = Form(Self.init, Field("address", \.address, .required(.email), "Address of the member"))
    var question: Words { Self.help }

    func perform(in service: PrivacyService, for caller: Caller) async throws -> Outcome {
        guard let address else { throw InvalidFields.missing("address") }
        try await service.replaceErasedAdministrator(by: address, as: caller.principal)
        return Outcome("The member is administrator now, and the person is erased again.", next: ErasuresTable())
    }
}
