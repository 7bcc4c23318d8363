internal import Atrium

/// A module that starts as another one and then runs a body, which may throw. For all others it is that module.
struct InterposedModule<Base: Module>: Module {
    static var id: ModuleID { Base.id }
    static var dependencies: [any Module.Type] { Base.dependencies }
    static var permissions: [Permission] { Base.permissions }
    static var phrases: [Phrases] { Base.phrases }
    static var schema: Schema { Base.schema }
    static var personalData: [PersonalTable] { Base.personalData }

    let base: Base
    let afterStart: @Sendable () throws -> Void

    func start(in tenant: TenantContext) async throws -> Base.Service {
        let service = try await base.start(in: tenant)
        try afterStart()
        return service
    }
}
