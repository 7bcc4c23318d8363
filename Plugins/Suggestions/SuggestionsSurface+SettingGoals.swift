internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// What is said with a goal: until when, and why.
protocol GoalAct: Act where Provider == Suggestions {
    var day: Day? { get }
    var note: String? { get }
    /// The target of the goal. Throws ``InvalidFields`` if the fields name none.
    func target() throws(InvalidFields) -> Goal.Target
}

extension GoalAct {
    fileprivate static var dayField: Field<Self, Day?> { Field("day", { $0.day }, .required(.day), "Last day") }
    fileprivate static var noteField: Field<Self, String?> { Field("note", { $0.note }, .optional(.lines), "Note") }

    fileprivate func set(for member: MemberID, in service: SuggestionService, as principal: Principal) async throws {
        guard let day else { throw InvalidFields.missing("day") }
        try await service.setGoal(target(), for: member, by: day, note: note ?? "", as: principal)
    }
}

/// A goal to complete a course.
protocol CourseGoalAct: GoalAct {
    var course: CourseID? { get }
}

extension CourseGoalAct {
    fileprivate static var courseField: Field<Self, CourseID?> {
        Field("course", { $0.course }, .required(.course), "Course")
    }

    func target() throws(InvalidFields) -> Goal.Target {
        guard let course else { throw InvalidFields.missing("course") }
        return .complete(course)
    }
}

/// A goal to learn for some time.
protocol MinutesGoalAct: GoalAct {
    var minutes: Int? { get }
}

extension MinutesGoalAct {
    fileprivate static var minutesField: Field<Self, Int?> {
        Field("minutes", { $0.minutes }, .required(.integer(1...1_000_000)), "Minutes")
    }

    func target() throws(InvalidFields) -> Goal.Target {
        guard let minutes else { throw InvalidFields.missing("minutes") }
        return .learn(minutes: minutes)
    }
}

/// Sets a goal for one member.
protocol SetGoalAct: GoalAct {
    var member: MemberID { get }
}

extension SetGoalAct {
    static var needs: Need<Self> { Need(.setGoals) { .member($0.member) } }
    static var repetition: Repetition { .harmless }
    fileprivate static var memberField: Field<Self, MemberID> { Field("member", { $0.member }, .member, "Member") }

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await set(for: member, in: service, as: caller.principal)
        return Outcome("The goal is set.", next: MemberGoalsTable(member: member))
    }
}

/// Sets the same goal for the members who were ticked, or for all who match.
protocol SetGoalsAct: GoalAct, BulkMemberAct {}

extension SetGoalsAct {
    static var needs: Need<Self> { Need(.setGoals, .viewMembers, in: .anyTeam) }
    static var effect: Words { "gets the goal" }
    fileprivate static var membersField: Field<Self, Selection<MembersTable>> {
        Field("members", { $0.members }, .selection(of: MembersTable.self), "Members")
    }
    var next: any Surface { GoalsTable() }

    func act(on member: MemberID, in service: SuggestionService, for caller: Caller) async throws {
        try await set(for: member, in: service, as: caller.principal)
    }
}

/// Sets the goal to complete a course.
struct SetCourseGoal: CourseGoalAct, SetGoalAct {
    let member: MemberID
    let course: CourseID?
    let day: Day?
    let note: String?

    static let name: SurfaceName = "set-course-goal"
    static let title: Words = "Set a goal: a course"
    static let places: [Place<Self>] = [.member { Self(member: $0, course: nil, day: nil, note: nil) }]
    static let form = Form(Self.init, memberField, courseField, dayField, noteField)
}

/// Sets the goal to learn for some time.
struct SetMinutesGoal: MinutesGoalAct, SetGoalAct {
    let member: MemberID
    let minutes: Int?
    let day: Day?
    let note: String?

    static let name: SurfaceName = "set-minutes-goal"
    static let title: Words = "Set a goal: minutes"
    static let places: [Place<Self>] = [.member { Self(member: $0, minutes: nil, day: nil, note: nil) }]
    static let form = Form(Self.init, memberField, minutesField, dayField, noteField)
}

/// Sets the goal to complete a course for several members.
struct SetCourseGoals: CourseGoalAct, SetGoalsAct {
    let members: Selection<MembersTable>
    let course: CourseID?
    let day: Day?
    let note: String?

    static let name: SurfaceName = "set-course-goals"
    static let title: Words = "Set a goal: a course"
    static let places: [Place<Self>] = [
        .selection(of: MembersTable.self) { Self(members: $0, course: nil, day: nil, note: nil) },
        .selection(of: FollowUpTable.self) {
            Selection($0).map { Self(members: $0, course: nil, day: nil, note: nil) }
        },
    ]
    static let form = Form(Self.init, membersField, courseField, dayField, noteField)
}

/// Sets the goal to learn for some time for several members.
struct SetMinutesGoals: MinutesGoalAct, SetGoalsAct {
    let members: Selection<MembersTable>
    let minutes: Int?
    let day: Day?
    let note: String?

    static let name: SurfaceName = "set-minutes-goals"
    static let title: Words = "Set a goal: minutes"
    static let places: [Place<Self>] = [
        .selection(of: MembersTable.self) { Self(members: $0, minutes: nil, day: nil, note: nil) },
        .selection(of: FollowUpTable.self) {
            Selection($0).map { Self(members: $0, minutes: nil, day: nil, note: nil) }
        },
    ]
    static let form = Form(Self.init, membersField, minutesField, dayField, noteField)
}

/// Changes a goal. What the member learned since it was first set still counts.
struct ChangeGoal: GoalAct {
    let goal: ID<Goal>
    let course: CourseID?
    let minutes: Int?
    let day: Day?
    let note: String?

    static let name: SurfaceName = "change-goal"
    static let title: Words = "Change"
    static let help: Words = "What the person learned since the goal was first set still counts."
    static let needs = Need<Self>(.setGoals, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: GoalsTable.self) {
            $0.state == .withdrawn ? nil : Self(goal: $0.goal.id, course: nil, minutes: nil, day: nil, note: nil)
        }
    ]
    static let form = Form(
        Self.init, Field("goal", \.goal, .goal, "Goal"),
        Field("course", \.course, .optional(.course), "Course to complete"),
        Field("minutes", \.minutes, .optional(.integer(1...1_000_000)), "Or minutes to learn"), dayField, noteField)

    /// The goal as it is now.
    static func initial(
        _ offered: Self?, in service: SuggestionService, for caller: Caller
    ) async throws -> Self? {
        guard let offered else { return nil }
        let present = try await service.goal(offered.goal, as: caller.principal)
        var (course, minutes): (CourseID?, Int?)
        switch present.target {
        case .complete(let wanted): course = wanted
        case .learn(let wanted): minutes = wanted
        }
        return Self(goal: present.id, course: course, minutes: minutes, day: present.day, note: present.note)
    }

    func target() throws(InvalidFields) -> Goal.Target {
        switch (course, minutes) {
        case (let course?, nil): .complete(course)
        case (nil, let minutes?): .learn(minutes: minutes)
        case (nil, nil): throw InvalidFields(["minutes": "is required, or a course"])
        case (_?, _?): throw InvalidFields(["minutes": "cannot be given together with a course"])
        }
    }

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let day else { throw InvalidFields.missing("day") }
        try await service.changeGoal(goal, to: target(), by: day, note: note ?? "", as: caller.principal)
        return Outcome("The goal is changed.", next: GoalsTable())
    }
}

/// Takes a goal back.
struct WithdrawGoal: Act {
    let goal: ID<Goal>

    typealias Provider = Suggestions
    static let name: SurfaceName = "withdraw-goal"
    static let title: Words = "Withdraw"
    static let isDestructive = true
    static let needs = Need<Self>(.setGoals, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: GoalsTable.self) { $0.state == .withdrawn ? nil : Self(goal: $0.goal.id) }
    ]
    static let form = Form(Self.init, Field("goal", \.goal, .goal, "Goal"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.withdrawGoal(goal, as: caller.principal)
        return Outcome("The goal is withdrawn.", next: GoalsTable())
    }
}
