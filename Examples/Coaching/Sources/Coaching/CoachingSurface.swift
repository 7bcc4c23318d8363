internal import Atrium
public import AtriumSurfaces

extension Coaching: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        SessionsTable.self, CoachingSheet.self, MySessionsTable.self,
        PlanSession.self, PlanSessions.self, MoveSession.self, RecordSession.self, CancelSession.self,
    ]
}

/// Who meets whom, and when.
struct SessionsTable: Table {
    let ended: Bool

    typealias Provider = Coaching
    static let name: SurfaceName = "sessions"
    static let title: Words = "Coaching sessions"
    static let help: Words = "Who meets whom, and when. Supervisors and coaches see the sessions of their teams."
    static let whenEmpty: Words = "No session is open. Plan one on the row of a member."
    static let needs = Need<Self>(.viewSessions, in: .anywhere)
    static let places: [Place<Self>] = [
        .area(.administration, after: MembersTable.self, offeredTo: Need(.viewSessions, in: .anyTeam))
    ]
    static let form = Form(Self.init, Field("ended", \.ended, .flag, "Show those that have ended"))
    static let columns: [Column<CoachingSession>] = [
        Column("member", "Member", { MemberValue($0.member, name: $0.memberName) }),
        Column("coach", "Coach", { MemberValue($0.coach, name: $0.coachName) }),
        Column("state", "State", \.state), Column("day", "Day", \.day), Column("minutes", "Minutes", \.minutes),
    ]

    func page(
        _ request: PageRequest, in service: CoachingService, for caller: Caller
    ) async throws -> Page<CoachingSession> {
        try page(of: await service.list(endedToo: ended, as: caller.principal), request)
    }
}

/// The sessions of the member who asks.
struct MySessionsTable: Table {
    typealias Provider = Coaching
    static let name: SurfaceName = "my-sessions"
    static let title: Words = "My coaching"
    static let help: Words = "Your sessions with a coach, and what was written down about them."
    static let whenEmpty: Words = "You have had no session yet. A supervisor or a coach of your team plans one."
    static let needs = Need<Self>(.viewSessions, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<CoachingSession>] = [
        Column("coach", "Coach", { MemberValue($0.coach, name: $0.coachName) }),
        Column("state", "State", \.state), Column("day", "Day", \.day), Column("minutes", "Minutes", \.minutes),
        Column("note", "Note", \.note),
    ]

    func page(
        _ request: PageRequest, in service: CoachingService, for caller: Caller
    ) async throws -> Page<CoachingSession> {
        try page(of: await service.list(of: caller.member, endedToo: true, as: caller.principal), request)
    }
}

/// How far coaching has spread.
struct CoachingSheet: Sheet {
    typealias Provider = Coaching
    static let name: SurfaceName = "overview"
    static let title: Words = "Coaching"
    static let needs = Need<Self>(.viewSessions)
    static let places: [Place<Self>] = [.area(.analytics)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: CoachingService, for caller: Caller) async throws -> [Block] {
        let (members, sessions) = try await service.summary(as: caller.principal)
        let lasting = sessions.filter { $0.state != .cancelled }
        let coaches = Dictionary(grouping: lasting, by: \.coach).values.sorted { $0[0].coachName < $1[0].coachName }
        return [
            .figures([
                Figure(
                    "coached", "Members with a session", .rate(part: Set(lasting.map(\.member)).count, of: members),
                    unit: "members",
                    definition: "Active members who have a session that is open or was held."),
                Figure(
                    "held", "Sessions held", .number(sessions.count { $0.state == .held }), unit: "sessions",
                    definition: "Recorded sessions."),
            ]),
            .chart(
                Chart(
                    "Sessions of each coach", .bars, unit: "sessions",
                    axis: coaches.map { Words(verbatim: $0[0].coachName) },
                    [Chart.Series("Sessions", coaches.map { .number($0.count) })])),
            .table(SessionsTable(ended: false)),
        ]
    }
}

extension CoachingSession.State: CellValue {
    public static var cellKind: CellKind { .state }
    public var cell: Cell {
        switch self {
        case .proposed: .state("proposed", .neutral)
        case .planned: .state("planned", .neutral)
        case .held: .state("held", .good)
        case .cancelled: .state("cancelled", .bad)
        }
    }
}
