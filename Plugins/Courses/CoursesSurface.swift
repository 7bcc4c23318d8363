public import Atrium
public import AtriumSurfaces

extension Courses: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        CatalogueTable.self, AddCourse.self, ChangeCourse.self, RetireCourse.self, RestoreCourse.self,
        MyCoursesTable.self, MemberCoursesTable.self, EntriesTable.self, EnrolMyself.self, RecordLearning.self,
        CorrectLearning.self, VoidLearning.self, ImportLearning.self, HeldLearnersTable.self, ResolveLearner.self,
        DiscardHeldLines.self, FutureLinesTable.self,
        RecordFutureLines.self, DiscardFutureLine.self,
    ]
}

extension FieldKind where Value == CourseID {
    /// A course of the catalogue.
    public static let course = course(
        choices: .of(Courses.self) { service, caller in
            var query = CourseQuery()
            query.limit = Choices.most + 1
            return try await service.list(query, as: caller.principal).courses.map {
                Choice($0.id.description, Words(verbatim: $0.title))
            }
        })

    /// The id of a course that may be new.
    fileprivate static let courseID = course(choices: nil)

    private static func course(choices: Choices?) -> Self {
        FieldKind(
            .reference("course"), choices: choices,
            naming: .of(Courses.self) { text, service, caller in
                Words(verbatim: try await service.course(try CourseID(text), as: caller.principal).title)
            },
            parse: { (text: String) throws(InvalidField) in
                guard let id = try? CourseID(text) else { throw InvalidField("names no course; choose it again") }
                return id
            }, text: { $0.description })
    }
}

// MARK: - Catalogue

/// The courses that members can take.
public struct CatalogueTable: Table {
    let text: String?
    let language: String?
    let showsRetired: Bool

    /// The catalogue, or the courses that contain the words of a text.
    public init(text: String? = nil) { self.init(text: text, language: nil, showsRetired: false) }

    init(text: String?, language: String?, showsRetired: Bool) {
        (self.text, self.language, self.showsRetired) = (text, language, showsRetired)
    }

    public typealias Provider = Courses
    public static let name: SurfaceName = "catalogue"
    public static let title: Words = "Catalogue"
    public static let help: Words = "The courses that the members of your organization can take."
    public static let whenEmpty: Words = "There is no course yet."
    public static let needs = Need<Self>(.viewCatalogue)
    public static let places: [Place<Self>] = [
        .area(.home, after: MyCoursesTable.self),
        .area(.administration, in: .learning, after: TeamsTable.self, offeredTo: Need(.manageCatalogue)),
    ]
    public static let form = Form(
        Self.init(text:language:showsRetired:),
        Field("text", \.text, .optional(.line), "Contains"),
        Field("language", \.language, .optional(.line), "Language", help: "A tag of BCP 47, such as en."),
        Field("retired", \.showsRetired, .flag, "Show retired courses"))
    public static let columns: [Column<Course>] = [
        Column("title", "Course", \.title),
        Column("id", "Id", \.id),
        Column("language", "Language", \.language),
        Column("minutes", "Minutes", \.minutes),
        Column(
            "state", "State", { $0.retiredAt == nil }, StateValue("\(context: "course")open", .good),
            else: StateValue("\(context: "course")retired", .neutral)),
    ]

    public func page(_ request: PageRequest, in service: CourseService, for caller: Caller) async throws -> Page<Course>
    {
        var query = CourseQuery(text: text)
        (query.language, query.includesRetired) = (language, showsRetired)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        return Page(page.courses, next: page.next?.description)
    }
}

extension Course: Identifiable {}

extension CourseID: CellValue {
    public static var cellKind: CellKind { .text }
    public var cell: Cell { .text(description) }
}

/// What is said about a course when it is added or changed.
protocol CourseAct: Act where Provider == Courses {
    init(
        _ course: CourseID, _ title: String, _ description: String?, _ language: String?, _ minutes: Int?,
        _ link: String?)
    var course: Course { get }
}

extension CourseAct {
    static var needs: Need<Self> { Need(.manageCatalogue) }
    static var repetition: Repetition { .harmless }
    static var form: Form<Self> {
        Form(
            Self.init,
            Field(
                "id", \.course.id, .courseID, "Id", help: "The organization's name for the course. It never changes."),
            Field("title", \.course.title, .line, "Title"),
            Field(
                "description", { $0.course.description.isEmpty ? nil : $0.course.description }, .optional(.lines),
                "Description"),
            Field("language", \.course.language, .optional(.line), "Language", help: "A tag of BCP 47, such as en."),
            Field("minutes", \.course.minutes, .optional(.integer(1...10_000_000)), "Minutes"),
            Field("link", \.course.link, .optional(.line), "Link", help: "Where the course is taken."))
    }

    fileprivate static func course(
        _ id: CourseID, _ title: String, _ description: String?, _ language: String?, _ minutes: Int?, _ link: String?
    ) -> Course {
        Course(
            id: id, title: title, description: description ?? "", language: language, minutes: minutes, link: link)
    }
}

/// Adds a course to the catalogue.
struct AddCourse: CourseAct {
    let course: Course

    init(_ id: CourseID, _ title: String, _ description: String?, _ language: String?, _ minutes: Int?, _ link: String?)
    {
        course = Self.course(id, title, description, language, minutes, link)
    }

    static let name: SurfaceName = "add"
    static let title: Words = "Add a course"
    static let places: [Place<Self>] = [.beside(CatalogueTable.self)]

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.add(course, as: caller.principal)
        return Outcome("The course \(course.title) is added.", next: CatalogueTable())
    }
}

/// Changes what the catalogue says about a course.
struct ChangeCourse: CourseAct {
    let course: Course

    init(_ id: CourseID, _ title: String, _ description: String?, _ language: String?, _ minutes: Int?, _ link: String?)
    {
        course = Self.course(id, title, description, language, minutes, link)
    }

    private init(_ course: Course) { self.course = course }

    static let name: SurfaceName = "change"
    static let title: Words = "Change"
    static let places: [Place<Self>] = [.row(of: CatalogueTable.self) { Self($0) }]

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.change(course, as: caller.principal)
        return Outcome("The course is changed.", next: CatalogueTable())
    }
}

/// Takes a course out of the catalogue.
struct RetireCourse: Act {
    let course: CourseID

    typealias Provider = Courses
    static let name: SurfaceName = "retire"
    static let title: Words = "Retire"
    static let isDestructive = true
    static let help: Words = "Nobody else can enrol. The learning record stays."
    static let needs = Need<Self>(.manageCatalogue)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: CatalogueTable.self) { $0.retiredAt == nil ? Self(course: $0.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))
    var question: Words { Self.help }

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.retire(course, as: caller.principal)
        return Outcome("The course is retired.", next: CatalogueTable())
    }
}

/// Puts a retired course back into the catalogue.
struct RestoreCourse: Act {
    let course: CourseID

    typealias Provider = Courses
    static let name: SurfaceName = "restore"
    static let title: Words = "Open again"
    static let needs = Need<Self>(.manageCatalogue)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: CatalogueTable.self) { $0.retiredAt == nil ? nil : Self(course: $0.id) }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: CourseService, for caller: Caller) async throws -> Outcome {
        try await service.restore(course, as: caller.principal)
        return Outcome("The course is open again.", next: CatalogueTable())
    }
}
