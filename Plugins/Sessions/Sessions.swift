public import Atrium

/// Who is signed in. People sign in with a link that is mailed to them, and stay signed in on a device until a session ends.
///
/// It is a module of the platform, not of an organization, because a person signs in once for all organizations. Give it to
/// `Platform.open(_:modules:platformModules:)`.
public struct Sessions: Module {
    public static let id: ModuleID = "sessions"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.signIn, .manageOwnSessions, .endSessions]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = SessionsSchema.all
    public static let personalData = SessionsSchema.personalData

    /// How long links and sessions are valid, and how often people may try.
    public var rules: SessionRules
    private let mail: @Sendable (SignInLetter) async throws -> Void

    /// Makes the module. `mail` sends a letter, and returns after it was handed over. If it throws, the letter is written and
    /// sent again, as long as its link would be valid.
    public init(
        rules: SessionRules = SessionRules(), mail: @escaping @Sendable (SignInLetter) async throws -> Void
    ) { (self.rules, self.mail) = (rules, mail) }

    public func start(in tenant: TenantContext) throws -> SessionService {
        try rules.check()
        let service = SessionService(tenant: tenant, rules: rules)
        try tenant.every(.seconds(3600), "mail links") { [mail] in try await service.mailLinks(with: mail) }
        try tenant.every(.seconds(3600), "delete what has ended") { try await service.deleteEnded() }
        return service
    }
}

extension Permission {
    /// Ask for a link, and sign in with it.
    public static let signIn = Permission("sessions.sign in", grantedTo: .anyone)
    /// See and end one's own sessions.
    public static let manageOwnSessions = Permission("sessions.manage own sessions", grantedTo: .anyAccount)
    /// End the sessions of a person.
    public static let endSessions = Permission("sessions.end sessions", grantedTo: .operator)
}
