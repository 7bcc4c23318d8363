internal import Atrium
internal import AtriumSurfaces

/// What a member did in a course, entry by entry.
struct EntriesTable: Table {
    let member: MemberID
    let course: CourseID

    typealias Provider = Courses
    static let name: SurfaceName = "entries"
    static let title: Words = "Learning record"
    static let help: Words = "The entries that count, by date. What was voided or corrected is left out."
    static let needs = Need<Self>(.viewLearning) { .member($0.member) }
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("course", \.course, .course, "Course"))
    static func id(of row: LearningEntry) -> String { row.id }
    static let columns: [Column<LearningEntry>] = [
        Column("date", "Date", \.effectiveAt),
        Column("what", "What happened", \.learning.kind.words),
        Column("minutes", "Minutes", \.learning.minutes),
        Column("percent", "Percent", \.learning.percent),
        Column("recorded", "Recorded", \.recordedAt),
    ]
    static let fileColumns: [Column<LearningEntry>] = [Column("id", "Id", \.id)]

    func page(
        _ request: PageRequest, in service: CourseService, for caller: Caller
    ) async throws -> Page<LearningEntry> {
        try page(of: await service.entries(of: member, in: course, as: caller.principal), request)
    }
}

/// Says what a member did.
protocol LearningAct: Act where Provider == Courses {
    var what: Learning.Kind { get }
    var minutes: Int? { get }
    var percent: Int? { get }
    var day: Day? { get }
}

extension LearningAct {
    fileprivate static var whatField: Field<Self, Learning.Kind> {
        Field("what", { $0.what }, .cases(\.words), "What happened")
    }
    fileprivate static var minutesField: Field<Self, Int?> {
        Field("minutes", { $0.minutes }, .optional(.integer(0...100_000)), "Minutes", help: "Of work or progress.")
    }
    fileprivate static var percentField: Field<Self, Int?> {
        Field("percent", { $0.percent }, .optional(.integer(0...100)), "Percent", help: "Of progress.")
    }
    fileprivate static func dayField(_ help: Words) -> Field<Self, Day?> {
        Field("day", { $0.day }, .optional(.day), "Day", help: help)
    }

    fileprivate var learning: Learning {
        get throws { try Learning(what, minutes: minutes, percent: percent) }
    }
}

/// Records what a member did in a course.
struct RecordLearning: LearningAct {
    let member: MemberID
    let course: CourseID?
    let what: Learning.Kind
    let minutes: Int?
    let percent: Int?
    let day: Day?

    static let name: SurfaceName = "record"
    static let title: Words = "Record learning"
    static let help: Words =
        "What is recorded stays in the record. A correction voids it and puts another entry in its place."
    static let needs = Need<Self>(.recordLearning, .enrol) { .member($0.member) }
    static let repetition = Repetition.byRequest
    static let places: [Place<Self>] = [
        .member { Self(member: $0, course: nil, what: .completed, minutes: nil, percent: nil, day: nil) }
    ]
    static let form = Form(
        Self.init,
        Field("member", \.member, .member, "Member"), Field("course", \.course, .required(.course), "Course"),
        whatField, minutesField, percentField, dayField("Empty for now."))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        guard let course else { throw InvalidFields.missing("course") }
        try await service.record(
            learning, of: member, in: course, at: day?.start(in: caller.timeZone),
            id: "\(caller.identity(of: LearningEntry.self))", as: caller.principal)
        return Outcome("It is recorded.", next: EntriesTable(member: member, course: course))
    }
}

/// Puts another entry into the place of one.
struct CorrectLearning: LearningAct {
    let member: MemberID
    let entry: String
    let what: Learning.Kind
    let minutes: Int?
    let percent: Int?
    let day: Day?

    static let name: SurfaceName = "correct"
    static let title: Words = "Correct"
    static let help: Words =
        "The old entry stays in the record, and no longer counts. What followed from it is decided again."
    static let needs = Need<Self>(.recordLearning) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: EntriesTable.self) { row in
            let learning = row.learning
            return Self(
                member: row.member, entry: row.id, what: learning.kind, minutes: learning.minutes,
                percent: learning.percent, day: nil)
        }
    ]
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("entry", \.entry, .line, "Entry"),
        whatField, minutesField, percentField, dayField("Empty for the day of the old entry."))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.correct(
            entry, to: learning, of: member, at: day?.start(in: caller.timeZone), as: caller.principal)
        return Outcome("The entry is corrected.", next: MemberCoursesTable(member: member))
    }
}

/// Takes an entry out of what counts.
struct VoidLearning: Act {
    let member: MemberID
    let entry: String

    typealias Provider = Courses
    static let name: SurfaceName = "void"
    static let title: Words = "Void"
    static let isDestructive = true
    static let needs = Need<Self>(.recordLearning) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: EntriesTable.self) { Self(member: $0.member, entry: $0.id) }
    ]
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("entry", \.entry, .line, "Entry"))
    var question: Words {
        "The entry no longer counts, and what followed from it is decided again: a certificate may end."
    }

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.void(entry, of: member, as: caller.principal)
        return Outcome("The entry is void.", next: MemberCoursesTable(member: member))
    }
}

// MARK: - In words

extension Learning.Kind {
    var words: Words {
        switch self {
        case .enrolled: "\(context: "event")enrolled"
        case .initialized: "opened the course"
        case .activity: "worked on it"
        case .progressed: "made progress"
        case .completed: "\(context: "event")completed"
        case .failed: "\(context: "event")failed"
        case .withdrawn: "\(context: "event")withdrawn"
        }
    }
}
