public import Atrium
internal import AtriumCourses
internal import AtriumMail

public struct Suggestions: Module {
    public static let id: ModuleID = "suggestions"
    public static let dependencies: [any Module.Type] = [Courses.self, Mail.self]
    public static let permissions: [Permission] = []
    public static let schema = SuggestionsSchema.all

    public init() {}

    public func start(in tenant: TenantContext) throws -> SuggestionService { SuggestionService(tenant: tenant) }
}
