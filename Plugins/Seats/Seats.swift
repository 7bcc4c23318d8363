public import Atrium

/// The seats of an organization: every active membership uses one, every pending invitation reserves one.
public struct Seats: Module {
    public static let id: ModuleID = "seats"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.viewSeats, .setSeatLimit]
    public static let schema = SeatsSchema.all

    /// The limit of an organization that nobody has set one for; `nil` is unlimited.
    public var defaultLimit: Int?

    public init(defaultLimit: Int? = nil) { self.defaultLimit = defaultLimit }

    public func start(in tenant: TenantContext) async throws -> SeatsService {
        if let defaultLimit, defaultLimit < 0 { throw SeatsError.negativeLimit }
        let service = SeatsService(store: tenant.store, defaultLimit: defaultLimit)
        try tenant.on(MemberJoined.self) { try service.use(in: $1) }
        try tenant.on(MemberReactivated.self) { try service.use(in: $1) }
        try tenant.on(MemberDeactivated.self) { try service.vacate(in: $1) }
        try tenant.on(MemberRemoved.self) { if $0.wasActive { try service.vacate(in: $1) } }
        if tenant.needsRebuild { try await service.recount(as: tenant.system("count seats")) }
        return service
    }
}

extension Permission {
    /// See how many seats there are, reserved and used.
    public static let viewSeats = Permission("seats.view seats", grantedTo: .administrator, .manager, .operator)
    /// Set the limit: what an organization has bought is not its administrators' to say, so that by default no role may.
    public static let setSeatLimit = Permission("seats.set limit", grantedTo: .operator)
}
