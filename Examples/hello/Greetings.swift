public import Atrium

/// Every active member adds greetings, and reads those of all.
public struct Greetings: Module {
    public static let id: ModuleID = "greetings"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.useGreetings]
    public static let schema = GreetingsSchema.all
    public static let personalData = GreetingsSchema.personalData

    /// Makes the module.
    public init() {}

    public func start(in tenant: TenantContext) -> GreetingService {
        GreetingService(store: tenant.store)
    }
}

extension Permission {
    /// Add and read greetings. Every active member may.
    public static let useGreetings = Permission("greetings.use greetings", grantedTo: .everyMember)
}
