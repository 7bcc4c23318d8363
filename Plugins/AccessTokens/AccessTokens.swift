public import Atrium

/// Access for programs. A token acts in the name of the member who made it, with a part of what that member may do, until a day.
///
/// The token of a deactivated, removed or demoted member opens only what the member still may do: every unit of work checks
/// both. Deactivating or removing the member revokes the tokens for good.
public struct AccessTokens: Module {
    public static let id: ModuleID = "tokens"
    public static let title: Words = "Access tokens"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.manageTokens]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = AccessTokensSchema.all
    public static let personalData = AccessTokensSchema.personalData

    /// Makes the module.
    public init() {}

    public func start(in tenant: TenantContext) throws -> AccessTokenService {
        let service = AccessTokenService(tenant: tenant)
        try tenant.on(MemberDeactivated.self) { try service.revokeAll(of: $0.member, in: $1) }
        try tenant.on(MemberRemoved.self) { try service.revokeAll(of: $0.member, in: $1) }
        try tenant.catchUp { try service.revokeFormer(in: $0) }
        return service
    }
}

extension Permission {
    /// Make, list and revoke access tokens. No token can hold it.
    public static let manageTokens = Permission("tokens.manage tokens", grantedTo: .administrator)
}
