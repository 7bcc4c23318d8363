internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// A table of the courses that are suggested to one member.
protocol SuggestedCoursesTable: Table where Provider == Suggestions, Row == SuggestedCourse {}

extension SuggestedCoursesTable {
    static func id(of row: SuggestedCourse) -> String { row.course.id.description }
    static var columns: [Column<SuggestedCourse>] { suggestionColumns }
}

private let suggestionColumns: [Column<SuggestedCourse>] = [
    Column("title", "Course", \.course.title),
    Column("state", "State", \.state, words: \.words, tone: \.tone),
    Column("due", "Due", \.due),
    Column("sources", "Why", { $0.sources.map(\.words) }),
    Column("notes", "Note", { $0.sources.map(\.note).filter { !$0.isEmpty } }),
]

/// What is suggested to the reader.
struct MySuggestionsTable: SuggestedCoursesTable {
    static let name: SurfaceName = "mine"
    static let title: Words = "Suggested to me"
    static let help: Words = "The courses that others suggest to you, why, and until when."
    static let whenEmpty: Words = "Nobody has suggested a course to you yet."
    static let needs = Need<Self>(.viewSuggestions, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<SuggestedCourse> {
        let member = try caller.member
        return try page(of: await service.suggestions(of: member, as: caller.principal), request)
    }
}

/// What is suggested to a member.
struct MemberSuggestionsTable: SuggestedCoursesTable {
    let member: MemberID

    static let name: SurfaceName = "of-member"
    static let title: Words = "Suggested courses"
    static let help: Words = "The courses that are suggested to the person, and how far the person is."
    static let needs = Need<Self>(.viewSuggestions) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<SuggestedCourse> {
        try page(of: await service.suggestions(of: member, as: caller.principal), request)
    }
}

/// Accepts a suggested course.
struct AcceptSuggestion: Act {
    let course: CourseID

    typealias Provider = Suggestions
    static let name: SurfaceName = "accept"
    static let title: Words = "I will do it"
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MySuggestionsTable.self) { $0.state.isUnanswered ? Self(course: $0.course.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        try await service.accept(course, of: member, as: caller.principal)
        return Outcome("You have accepted it.", next: MySuggestionsTable())
    }
}

/// Declines a suggested course.
struct DeclineSuggestion: Act {
    let course: CourseID

    typealias Provider = Suggestions
    static let name: SurfaceName = "decline"
    static let title: Words = "Not now"
    static let isDestructive = true
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MySuggestionsTable.self) { $0.state.isUnanswered ? Self(course: $0.course.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        try await service.decline(course, of: member, as: caller.principal)
        return Outcome("You have declined it. Reminders leave it out.", next: MySuggestionsTable())
    }
}

/// Makes the secret address of the caller's calendar.
struct MakeCalendar: Act {
    typealias Provider = Suggestions
    static let name: SurfaceName = "make-calendar"
    static let title: Words = "Make a calendar address"
    static let help: Words =
        "A calendar program that has the address shows what is due. A new address ends the old one."
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        let token = try await service.makeCalendarToken(of: member, as: caller.principal)
        return Outcome(
            "Give this address to your calendar program. It is secret, and it is not shown again.",
            next: MySuggestionsTable(), secret: service.calendarLink(token))
    }
}

/// Ends the secret address of the caller's calendar.
struct EndCalendar: Act {
    typealias Provider = Suggestions
    static let name: SurfaceName = "end-calendar"
    static let title: Words = "End the calendar address"
    static let isDestructive = true
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        try await service.revokeCalendarToken(of: member, as: caller.principal)
        return Outcome("The address no longer works.", next: MySuggestionsTable())
    }
}

// MARK: - In words

extension SuggestedCourse.State {
    fileprivate var words: Words {
        switch self {
        case .suggested: "new"
        case .seen: "not answered"
        case .accepted: "\(context: "suggestion")accepted"
        case .declined: "\(context: "suggestion")declined"
        case .started: "started"
        case .done: "done"
        case .withdrawn: "\(context: "suggestion")withdrawn"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .suggested, .seen: .warning
        case .accepted, .declined, .withdrawn: .neutral
        case .started, .done: .good
        }
    }

    fileprivate var isUnanswered: Bool { self == .suggested || self == .seen }
}
