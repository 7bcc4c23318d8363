internal import Atrium
public import AtriumSurfaces

extension AccessTokens: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        AccessTokensTable.self, CreateAccessToken.self, RevokeAccessToken.self,
    ]
}

/// The tokens of the organization.
struct AccessTokensTable: Table {
    typealias Provider = AccessTokens
    static let name: SurfaceName = "tokens"
    static let title: Words = "Access tokens"
    static let whenEmpty: Words = "No program has access."
    static let help: Words =
        "A program with a token acts in the name of the member who made it, and may do only what the token allows."
    static let needs = Need<Self>(.manageTokens)
    static let places: [Place<Self>] = [.area(.administration, after: ChangeSettings.self)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<AccessToken>] = [
        Column("name", "For", \.name),
        Column("member", "In the name of", { MemberValue($0.member, name: $0.memberName) }),
        Column("may", "May", { $0.permissions.map(Words.init(permission:)) }),
        Column("created", "Made", \.createdAt),
        Column("expires", "Ends", \.expiresAt),
        Column("used", "Last used", \.usedAt),
    ]
    static let fileColumns: [Column<AccessToken>] = [Column("permissions", "May", \.permissions)]

    func page(_ request: PageRequest, in service: AccessTokenService, for caller: Caller) async throws -> Page<
        AccessToken
    > {
        try page(of: await service.list(as: caller.principal), request)
    }
}

/// Makes a token, and shows its text once.
struct CreateAccessToken: Act {
    let purpose: String
    let days: Int
    let permissions: [String]

    typealias Provider = AccessTokens
    static let name: SurfaceName = "create"
    static let title: Words = "Make a token"
    static let help: Words = "The token is shown once. Give a program only what it needs."
    static let needs = Need<Self>(.manageTokens)
    static let repetition = Repetition.byRequest
    static let places: [Place<Self>] = [.beside(AccessTokensTable.self)]
    static let form = Form(
        Self.init,
        Field("purpose", \.purpose, .line, "For", help: "What uses it, such as a payroll system."),
        Field("days", \.days, .integer(1...AccessTokenService.longestLife), "Days until it ends", default: 90),
        Field("permissions", \.permissions, .many(.permission), "What it may do"))

    func perform(in service: AccessTokenService, for caller: Caller) async throws -> Outcome {
        let token = try await service.create(
            purpose, permissions: Set(permissions), days: days, identity: caller.identity(),
            as: caller.principal)
        return Outcome(
            "Copy the token now. It is valid for \(days, "day", "days"), and it is not shown again.",
            next: AccessTokensTable(), secret: token.text)
    }
}

/// Ends a token.
struct RevokeAccessToken: Act {
    let token: ID<AccessToken>

    typealias Provider = AccessTokens
    static let name: SurfaceName = "revoke"
    static let title: Words = "Revoke"
    static let isDestructive = true
    static let needs = Need<Self>(.manageTokens)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: AccessTokensTable.self) { Self(token: $0.id) }]
    static let form = Form(Self.init, Field("token", \.token, .token, "Token"))
    var question: Words { "A program that uses the token loses its access at once. What it has begun is finished." }

    func perform(in service: AccessTokenService, for caller: Caller) async throws -> Outcome {
        try await service.revoke(token, as: caller.principal)
        return Outcome("The token is revoked.", next: AccessTokensTable())
    }
}

extension FieldKind where Value == ID<AccessToken> {
    /// A token of the organization.
    fileprivate static let token = FieldKind.id(
        "token",
        naming: .of(AccessTokens.self) { text, service, caller in
            let tokens = try await service.list(as: caller.principal)
            return tokens.first { $0.id.description == text }.map { Words(verbatim: $0.name) }
        })
}

extension FieldKind where Value == String {
    /// The id of a permission that a token can hold.
    fileprivate static let permission = FieldKind(
        .reference("permission"),
        choices: .of(AccessTokens.self) { service, _ in
            service.permissions.map { Choice($0, Words(permission: $0)) }
        }, parse: { (text: String) throws(InvalidField) in text }, text: { $0 })
}

extension Words {
    /// What the id of a permission says to people: "kernel: view members".
    fileprivate init(permission id: String) {
        let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
        self = "\(parts[0]): \(Words(source: parts.last ?? ""))"
    }
}
