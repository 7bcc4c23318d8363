import Atrium
import AtriumSurfaces

extension Coaching: SurfaceProvider {
    static let surfaces: [any Surface.Type] = [
        CoachingsTable.self, CoachingSheet.self, MyCoachTable.self,
        AssignCoach.self, AssignCoachToMembers.self, RecordMeeting.self, EndCoaching.self,
    ]
}

/// Who is coached by whom.
struct CoachingsTable: Table {
    let ended: Bool

    typealias Provider = Coaching
    static let name: SurfaceName = "coachings"
    static let title: Words = "Coachings"
    static let help: Words = "Who is coached by whom. Supervisors see the members of their teams."
    static let needs = Need<Self>(.viewCoachings, in: .anywhere)
    static let places: [Place<Self>] = [
        .area(.administration, after: MembersTable.self, offeredTo: Need(.viewCoachings, in: .anyTeam))
    ]
    static let form = Form(Self.init, Field("ended", \.ended, .flag, "Show those that have ended"))
    static let columns: [Column<Pairing>] = [
        Column("member", "Member", { MemberValue($0.member, name: $0.memberName) }),
        Column("coach", "Coach", { MemberValue($0.coach, name: $0.coachName) }),
        Column("began", "Began", \.beganAt), Column("ended", "Ended", \.endedAt),
        Column("meetings", "Meetings", \.meetings),
    ]

    func page(_ request: PageRequest, in service: CoachingService, for caller: Caller) async throws -> Page<Pairing> {
        try page(of: await service.list(ended: ended, as: caller.principal), request)
    }
}

/// The coachings of the member who asks.
struct MyCoachTable: Table {
    typealias Provider = Coaching
    static let name: SurfaceName = "my-coach"
    static let title: Words = "My coach"
    static let help: Words = "Your coach now, and those whom you had before."
    static let needs = Need<Self>(.viewCoachings, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form(Self.init)
    static let columns: [Column<Pairing>] = [
        Column("coach", "Coach", { MemberValue($0.coach, name: $0.coachName) }),
        Column("began", "Began", \.beganAt), Column("ended", "Ended", \.endedAt),
        Column("meetings", "Meetings", \.meetings),
    ]

    func page(_ request: PageRequest, in service: CoachingService, for caller: Caller) async throws -> Page<Pairing> {
        try page(of: await service.coachings(of: caller.member, as: caller.principal), request)
    }
}

/// How far coaching has spread.
struct CoachingSheet: Sheet {
    typealias Provider = Coaching
    static let name: SurfaceName = "overview"
    static let title: Words = "Coaching"
    static let needs = Need<Self>(.viewCoachings)
    static let places: [Place<Self>] = [.area(.analytics)]
    static let form = Form(Self.init)

    func blocks(in service: CoachingService, for caller: Caller) async throws -> [Block] {
        let (members, pairings) = try await service.summary(as: caller.principal)
        let coaches = Dictionary(grouping: pairings, by: \.coach).values.sorted { $0[0].coachName < $1[0].coachName }
        return [
            .figures([
                Figure(
                    "coached", "Members with a coach", .rate(part: pairings.count, of: members), unit: "members",
                    definition: "Active members who have a coach now."),
                Figure(
                    "meetings", "Meetings", .number(pairings.map(\.meetings).reduce(0, +)), unit: "meetings",
                    definition: "Recorded meetings of the coachings that last."),
            ]),
            .chart(
                Chart(
                    "Members of each coach", .bars, unit: "members",
                    axis: coaches.map { Words(verbatim: $0[0].coachName) },
                    [Chart.Series("Members", coaches.map { .number($0.count) })])),
            .table(CoachingsTable(ended: false)),
        ]
    }
}
