import Atrium
import AtriumSurfaces

/// Gives a member a coach.
struct AssignCoach: Act {
    let member: MemberID
    let coach: MemberID?

    typealias Provider = Coaching
    static let name: SurfaceName = "assign"
    static let title: Words = "Choose a coach"
    static let help: Words = "A coaching by another coach ends."
    static let needs = Need<Self>(.assignCoaches) { .member($0.member) }
    static let places: [Place<Self>] = [.row(of: MembersTable.self) { Self(member: $0.id, coach: nil) }]
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"),
        Field("coach", \.coach, .required(.coach), "Coach"))

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        guard let coach else { throw InvalidFields.missing("coach") }
        try await service.assign(coach, to: member, as: caller.principal)
        return Outcome("The coach is chosen.", next: CoachingsTable(ended: false))
    }
}

extension FieldKind where Value == MemberID {
    /// A member who can be a coach.
    static let coach = FieldKind.id(
        "member",
        choices: .of(Coaching.self) { service, caller in
            try await service.candidates(as: caller.principal).map { Choice("\($0.id)", Words(verbatim: $0.name)) }
        })
}

/// Gives several members a coach.
struct AssignCoachToMembers: BulkMemberAct {
    let members: Selection<MembersTable>
    let coach: MemberID?

    typealias Provider = Coaching
    static let name: SurfaceName = "assign-several"
    static let title: Words = "Choose a coach"
    static let help: Words = "Coachings by another coach end."
    static let effect: Words = "gets this coach"
    static let needs = Need<Self>(.assignCoaches, .viewMembers, in: .anyTeam)
    static let places: [Place<Self>] = [.selection(of: MembersTable.self) { Self(members: $0, coach: nil) }]
    static let form = Form(
        Self.init, Field("members", \.members, .selection(of: MembersTable.self), "Members"),
        Field("coach", \.coach, .required(.coach), "Coach"))

    var next: any Surface { CoachingsTable(ended: false) }

    func act(on member: MemberID, in service: CoachingService, for caller: Caller) async throws {
        guard let coach else { throw InvalidFields.missing("coach") }
        try await service.assign(coach, to: member, as: caller.principal)
    }
}

/// Ends the coaching of a member.
struct EndCoaching: Act {
    let member: MemberID

    typealias Provider = Coaching
    static let name: SurfaceName = "end"
    static let title: Words = "End"
    static let isDestructive = true
    static let needs = Need<Self>(.assignCoaches) { .member($0.member) }
    static let places: [Place<Self>] = [
        .row(of: CoachingsTable.self) { $0.endedAt == nil ? Self(member: $0.member) : nil }
    ]
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    var question: Words { "End this coaching? Its meetings are kept." }

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        try await service.end(of: member, as: caller.principal)
        return Outcome("The coaching has ended.", next: CoachingsTable(ended: true))
    }
}

/// Records a meeting of a member with their coach.
struct RecordMeeting: Act {
    let member: MemberID
    let day: Day?
    let minutes: Int

    typealias Provider = Coaching
    static let name: SurfaceName = "record-meeting"
    static let title: Words = "Record a meeting"
    static let needs = Need<Self>(.recordMeetings) { .member($0.member) }
    static let places: [Place<Self>] = [
        .row(of: MyCoachTable.self) { $0.endedAt == nil ? Self(member: $0.member, day: nil, minutes: 60) : nil }
    ]
    static let repetition = Repetition.byRequest
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("day", \.day, .required(.day), "Day"),
        Field("minutes", \.minutes, .integer(5...480), "Minutes", default: 60))

    static func initial(_ offered: Self?, in service: CoachingService, for caller: Caller) async throws -> Self? {
        offered.map { Self(member: $0.member, day: $0.day ?? caller.today, minutes: $0.minutes) }
    }

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        guard let day else { throw InvalidFields.missing("day") }
        try await service.record(caller.identity(), of: member, on: day, minutes: minutes, as: caller.principal)
        return Outcome("The meeting is recorded.", next: MyCoachTable())
    }
}
