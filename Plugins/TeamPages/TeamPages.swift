public import Atrium
internal import AtriumMail
internal import AtriumSuggestions

public struct TeamPages: Module {
    public static let id: ModuleID = "teampages"
    public static let dependencies: [any Module.Type] = [Suggestions.self, Mail.self]
    public static let permissions: [Permission] = []
    public static let schema = TeamPagesSchema.all

    public init() {}

    public func start(in tenant: TenantContext) throws -> TeamPageService { TeamPageService(tenant: tenant) }
}
