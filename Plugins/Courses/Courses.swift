public import Atrium

/// The catalogue of courses, and the learning record: who is enrolled in what, what they did, and how it ended.
///
/// Publishes ``LearningRecorded`` and ``LearningVoided`` for each entry that begins or ceases to count, recorded or imported, and
/// ``CompletionChanged`` besides for completions. The catalogue publishes nothing.
public struct Courses: Module {
    public static let id: ModuleID = "courses"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [
        Permission.viewCatalogue, .manageCatalogue, .viewLearning, .enrol, .recordLearning, .importLearning,
    ]
    public static let schema = CoursesSchema.all

    /// How far in the future an imported date may lie, for clocks that differ; what lies beyond it is held until its time has
    /// come.
    public var futureTolerance: Duration = .seconds(86_400)

    /// When another end is another attempt, in sources without enrolments.
    public var retakes = RetakeRule()
    /// Which xAPI statements complete a course.
    public var completionRule = CompletionRule.completedOrPassed

    /// Small in tests, so that few lines need several pages.
    package var pageSize = 1000

    public init() {}

    public func start(in tenant: TenantContext) throws -> CourseService {
        let service = CourseService(
            tenant: tenant, pageSize: pageSize, futureTolerance: futureTolerance / .seconds(1), retakes: retakes,
            completionRule: completionRule)
        try tenant.on(MemberAddressChanged.self) { try service.holdLinesOfNobody(in: $1) }
        try tenant.every(.seconds(86_400), "record lines whose time has come") { try await service.recordDueLines() }
        return service
    }
}

extension Permission {
    /// Browse and search the catalogue.
    public static let viewCatalogue = Permission("courses.view catalogue", grantedTo: .everyMember)
    /// Add, change, retire and restore courses.
    public static let manageCatalogue = Permission("courses.manage catalogue", grantedTo: .administrator)
    /// See what a member learns.
    public static let viewLearning = Permission(
        "courses.view learning", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Enrol a member in a course, and withdraw them.
    public static let enrol = Permission("courses.enrol", grantedTo: .administrator, .oneself)
    /// Record what a member did in a course and how it ended, and correct it. A course player's role asks for this one.
    public static let recordLearning = Permission("courses.record learning", grantedTo: .administrator)
    /// Import learning records, and say who the unknown people in them are.
    public static let importLearning = Permission("courses.import learning", grantedTo: .administrator)
}
