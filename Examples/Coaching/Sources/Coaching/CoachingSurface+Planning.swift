internal import Atrium
internal import AtriumSurfaces

/// Plans a session of a member with a coach.
struct PlanSession: Act {
    let member: MemberID
    let coach: MemberID?
    let day: Day?

    typealias Provider = Coaching
    static let name: SurfaceName = "plan"
    static let title: Words = "Plan a coaching session"
    static let help: Words = "The member gets a reminder by mail the day before."
    static let needs = Need<Self>(.planSessions) { .member($0.member) }
    static let places: [Place<Self>] = [.row(of: MembersTable.self) { Self(member: $0.id, coach: nil, day: nil) }]
    static let repetition = Repetition.byRequest
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"),
        Field("coach", \.coach, .required(.coach), "Coach"), Field("day", \.day, .required(.day), "Day"))

    static func initial(_ offered: Self?, in service: CoachingService, for caller: Caller) async throws -> Self? {
        offered.map { Self(member: $0.member, coach: $0.coach, day: $0.day ?? caller.today.advanced(by: 1)) }
    }

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        guard let coach else { throw InvalidFields.missing("coach") }
        guard let day else { throw InvalidFields.missing("day") }
        try await service.plan(of: member, with: coach, on: day, id: caller.identity(), as: caller.principal)
        return Outcome("The session is planned.", next: SessionsTable(ended: false))
    }
}

extension FieldKind where Value == MemberID {
    /// A member who is a coach.
    static let coach = FieldKind.id(
        "member",
        choices: .of(Coaching.self) { service, caller in
            try await service.coaches(as: caller.principal).map { Choice("\($0.id)", Words(verbatim: $0.name)) }
        })
}

/// Plans a session of each of several members with a coach.
struct PlanSessions: BulkMemberAct {
    let members: Selection<MembersTable>
    let coach: MemberID?
    let day: Day?

    typealias Provider = Coaching
    static let name: SurfaceName = "plan-several"
    static let title: Words = "Plan coaching sessions"
    static let help: Words = "Each member gets a session on this day, and a reminder by mail the day before."
    static let effect: Words = "gets a session"
    static let needs = Need<Self>(.planSessions, .viewMembers, in: .anyTeam)
    static let places: [Place<Self>] = [
        .selection(of: MembersTable.self) { Self(members: $0, coach: nil, day: nil) }
    ]
    static let form = Form(
        Self.init, Field("members", \.members, .selection(of: MembersTable.self), "Members"),
        Field("coach", \.coach, .required(.coach), "Coach"), Field("day", \.day, .required(.day), "Day"))

    var next: any Surface { SessionsTable(ended: false) }

    func act(on member: MemberID, in service: CoachingService, for caller: Caller) async throws {
        guard let coach else { throw InvalidFields.missing("coach") }
        guard let day else { throw InvalidFields.missing("day") }
        try await service.plan(of: member, with: coach, on: day, as: caller.principal)
    }
}
