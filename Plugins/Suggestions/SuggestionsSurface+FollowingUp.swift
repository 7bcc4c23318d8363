public import Atrium
internal import AtriumCourses
public import AtriumSurfaces

/// What a leader looks at before a team meeting: who is stuck, overdue, finished or has not begun.
public struct FollowUpSheet: Sheet {
    /// The team; `nil` for all whom the reader leads.
    public let team: TeamID?

    /// The sheet of a team, or of all whom the reader leads.
    public init(team: TeamID? = nil) { self.team = team }

    public typealias Provider = Suggestions
    public static let name: SurfaceName = "follow-up"
    public static let title: Words = "Before the team meeting"
    public static let help: Words =
        "Who is stuck, overdue or finished. Open a list and tick people. Then suggest a course, set a goal, or write to them, as your role allows."
    public static let needs = FollowUpTable.need { (sheet: Self) in sheet.team }
    public static let places: [Place<Self>] = [.area(.analytics), .team { Self(team: $0) }]
    public static let form = Form(Self.init, Field("team", \.team, .optional(.team), "Team"))

    public func blocks(in service: SuggestionService, for caller: Caller) async throws -> [Block] {
        let counts = try await service.followUpCounts(of: team, as: caller.principal)
        let figures = FollowUpReason.allCases.map { reason in
            Figure(
                reason.rawValue, reason.words, .number(counts[reason] ?? 0), unit: "people",
                definition: reason.definition)
        }
        return [.figures(figures)]
            + FollowUpReason.allCases.filter { counts[$0] != 0 }.flatMap { reason -> [Block] in
                [.heading(reason.words), .table(FollowUpTable(reason: reason, team: team, days: nil))]
            }
    }
}

/// The members to follow up for a reason.
public struct FollowUpTable: Table {
    /// Why they are listed.
    public let reason: FollowUpReason
    /// The team; `nil` for all whom the reader leads.
    public let team: TeamID?
    /// How many days without activity make a member stuck; `nil` for 14.
    public let days: Int?

    /// The table for a reason.
    public init(reason: FollowUpReason, team: TeamID?, days: Int?) {
        (self.reason, self.team, self.days) = (reason, team, days)
    }

    public typealias Provider = Suggestions
    public static let name: SurfaceName = "follow-ups"
    public static let title: Words = "To follow up"
    public static let help: Words =
        "The day is the one of the last activity, of the due date, of the completion or of joining. The list has up to 500 people."
    public static let whenEmpty: Words = "Nobody is in this list now."
    public static let needs = need { (table: Self) in table.team }
    public static let form = Form(
        Self.init,
        Field("reason", \.reason, .cases(\.words), "List"),
        Field("team", \.team, .optional(.team), "Team"),
        Field(
            "days", \.days, .optional(.integer(1...365)), "Days without activity",
            help: "Only for those who are stuck. Empty for 14."))
    public static func id(of row: FollowUp) -> MemberID { row.member }
    public static let columns: [Column<FollowUp>] = [
        Column(
            "person", "Person", { MemberValue($0.member, name: $0.name) }, link: { MemberSheet(member: $0.member) }),
        Column(name: "subjects", label: "About", kind: .list, cell: { .list($0.subjects.map(Cell.words)) }),
        Column("since", "Since", \.since),
    ]

    public func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<FollowUp> {
        let list = try await service.followUps(
            for: reason, of: team, restingFor: days ?? 14, as: caller.principal)
        return try page(of: list, request, note: "\(reason.words). \(reason.definition)")
    }

    /// What the reader needs for the members of a team, or for at least one team.
    fileprivate static func need<Subject>(_ team: @escaping @Sendable (Subject) -> TeamID?) -> Need<Subject> {
        Need(.viewSuggestions, .viewLearning, .viewMembers) { team($0).map(Scope.team) ?? .anyTeam }
    }
}

extension Selection where T == MembersTable {
    /// The members who were ticked in a list to follow up; `nil` for all who match, because a table of members has no filter
    /// with which they could be found again.
    public init?(_ people: Selection<FollowUpTable>) {
        guard case .ticked(let ids) = people else { return nil }
        self = .ticked(ids)
    }
}
