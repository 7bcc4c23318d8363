public import Atrium
internal import AtriumSurfaces

/// The catalogue of courses, and the learning record: which members are enrolled in which courses, what they did, and how it
/// ended.
///
/// Publishes ``LearningRecorded`` for each entry that begins to count, and ``LearningVoided`` for each entry that ceases to
/// count, both for recorded and for imported entries. For completions, it also publishes ``CompletionChanged``. The catalogue
/// publishes nothing.
public struct Courses: Module {
    public static let id: ModuleID = "courses"
    public static let title: Words = "Courses"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [
        Permission.viewCatalogue, .manageCatalogue, .viewLearning, .enrol, .recordLearning, .importLearning,
    ]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = CoursesSchema.all
    public static let personalData = CoursesSchema.personalData

    /// How far in the future an imported date may be, because clocks differ. A line with a later date is held until its time
    /// has come.
    public var futureTolerance: Duration = .seconds(86_400)

    /// Decides when another end is another attempt, for sources without enrolments.
    public var retakes = RetakeRule()
    /// Which xAPI statements complete a course.
    public var completionRule = CompletionRule.completedOrPassed

    /// Tests use a small number, so that few lines need several pages.
    package var pageSize = 1000

    /// By default, imported dates may be one day in the future, and the rules have their own defaults.
    public init() {}

    public func start(in tenant: TenantContext) throws -> CourseService {
        let service = CourseService(
            tenant: tenant, pageSize: pageSize, futureTolerance: futureTolerance / .seconds(1), retakes: retakes,
            completionRule: completionRule)
        try tenant.on(MemberAddressChanged.self) { try service.holdLinesOfNobody(in: $1) }
        try tenant.every(.seconds(86_400), "record lines whose time has come") { try await service.recordDueLines() }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        return service
    }
}

extension Permission {
    /// Browse and search the catalogue.
    public static let viewCatalogue = Permission("courses.view catalogue", grantedTo: .everyMember)
    /// Add, change, retire and restore courses.
    public static let manageCatalogue = Permission(
        "courses.manage catalogue", grantedTo: .administrator, adjustable: [.manager])
    /// See what a member learns.
    public static let viewLearning = Permission(
        "courses.view learning", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Enrol a member in a course, and withdraw them.
    public static let enrol = Permission("courses.enrol", grantedTo: .administrator, .oneself)
    /// Record what a member did in a course and how it ended, and correct it. The role of a course player needs this
    /// permission.
    public static let recordLearning = Permission("courses.record learning", grantedTo: .administrator)
    /// Import learning records, and say which members the unknown people in them are.
    public static let importLearning = Permission("courses.import learning", grantedTo: .administrator)
}
