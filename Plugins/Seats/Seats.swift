public import Atrium
internal import AtriumSurfaces

/// The seats of an organization. Every active membership uses a seat, and every pending invitation reserves one.
public struct Seats: Module {
    public static let id: ModuleID = "seats"
    public static let title: Words = "Seats"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.viewSeats, .viewOwnSeat, .setSeatLimit]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = SeatsSchema.all
    public static let personalData = SeatsSchema.personalData

    /// The limit of an organization for which no other limit is set; `nil` is unlimited.
    public var defaultLimit: Int?

    /// Makes the module. A negative limit throws ``SeatError/negativeLimit`` when the module starts.
    public init(defaultLimit: Int? = nil) { self.defaultLimit = defaultLimit }

    public func start(in tenant: TenantContext) async throws -> SeatService {
        if let defaultLimit, defaultLimit < 0 { throw SeatError.negativeLimit }
        let service = SeatService(store: tenant.store, defaultLimit: defaultLimit)
        try tenant.on(MemberJoined.self) { try service.use(in: $1) }
        try tenant.on(MemberReactivated.self) { try service.use(in: $1) }
        try tenant.on(MemberDeactivated.self) { try service.release(in: $1) }
        try tenant.on(MemberRemoved.self) { if $0.wasActive { try service.release(in: $1) } }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        try tenant.catchUp { try service.recount(in: $0) }
        return service
    }
}

extension Permission {
    /// See how many seats there are, reserved and used.
    public static let viewSeats = Permission("seats.view seats", grantedTo: .administrator, .manager, .operator)
    /// See that the organization gives the member premium.
    public static let viewOwnSeat = Permission("seats.view own seat", grantedTo: .oneself)
    /// Set the limit. By default no role may do this, because an organization's administrators cannot decide what the
    /// organization has bought. Operators may.
    public static let setSeatLimit = Permission("seats.set limit", grantedTo: .operator)
}
