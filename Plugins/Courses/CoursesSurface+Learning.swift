internal import Atrium
internal import AtriumSurfaces

/// A table of the courses of one member.
protocol ParticipationsTable: Table where Provider == Courses, Row == Participation {}

extension ParticipationsTable {
    static var columns: [Column<Participation>] { participationColumns }
}

private let participationColumns: [Column<Participation>] = [
    Column("title", "Course", \.title, link: { EntriesTable(member: $0.member, course: $0.course) }),
    Column("state", "State", \.state, words: \.words, tone: \.tone),
    Column("percent", "Percent", \.percent),
    Column("enrolled", "\(context: "date")Enrolled", \.enrolledAt),
    Column("active", "Last active", \.lastActiveAt),
    Column("completed", "\(context: "date")Completed", \.completedAt),
    Column("minutes", "Minutes", \.minutes),
]

extension Participation: Identifiable {
    public var id: String { course.description }
}

/// The reader's own courses.
struct MyCoursesTable: ParticipationsTable {
    static let name: SurfaceName = "mine"
    static let title: Words = "My courses"
    static let help: Words = "The courses that you take, and how far you are in each."
    static let whenEmpty: Words = "You take no course yet. The catalogue shows what you can take."
    static let needs = Need<Self>(.viewLearning, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func page(_ request: PageRequest, in service: CourseService, for caller: Caller) async throws -> Page<Participation>
    {
        let member = try caller.member
        return try page(of: await service.participations(of: member, as: caller.principal), request)
    }
}

/// The courses of a member.
struct MemberCoursesTable: ParticipationsTable {
    let member: MemberID

    static let name: SurfaceName = "of-member"
    static let title: Words = "Courses"
    static let help: Words = "The courses that the person takes, and how far the person is in each."
    static let needs = Need<Self>(.viewLearning) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func page(_ request: PageRequest, in service: CourseService, for caller: Caller) async throws -> Page<Participation>
    {
        try page(of: await service.participations(of: member, as: caller.principal), request)
    }
}

/// Enrols the caller in a course.
struct EnrolMyself: Act {
    let course: CourseID

    typealias Provider = Courses
    static let name: SurfaceName = "enrol"
    static let title: Words = "Enrol me"
    static let needs = Need<Self>(.enrol, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: CatalogueTable.self) { $0.retiredAt == nil ? Self(course: $0.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        try await service.record(.enrolled, of: member, in: course, as: caller.principal)
        return Outcome("You are enrolled.", next: MyCoursesTable())
    }
}

// MARK: - In words

extension ParticipationState {
    var words: Words {
        switch self {
        case .notEnrolled: "not enrolled"
        case .enrolled: "\(context: "enrolment")enrolled"
        case .completed: "\(context: "enrolment")completed"
        case .failed: "\(context: "enrolment")failed"
        case .withdrawn: "\(context: "enrolment")withdrawn"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .notEnrolled, .enrolled, .withdrawn: .neutral
        case .completed: .good
        case .failed: .warning
        }
    }
}
