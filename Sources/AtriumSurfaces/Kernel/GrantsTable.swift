internal import Atrium
internal import AtriumOperations

/// Who has which permission, as far as modules leave it to the organization.
struct GrantsTable: Table {
    init() {}

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "grants"
    static let title: Words = "Who may do what"
    static let help: Words = "What the organization decides itself. Everything else follows from the roles."
    static let whenEmpty: Words = "No feature leaves this to the organization."
    static let needs = Need<Self>(.adjustGrants)
    static let places: [Place<Self>] = [.area(.administration, in: .organization, after: ModulesTable.self)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<AdjustableGrant>] = [
        Column("feature", "Feature", \.title),
        Column("permission", "Permission", { Words(source: $0.permission.id.wordsOfPermission) }),
        Column("who", "Whom it names", \.grant.words),
        Column("may", "May do it", \.isGranted),
        Column("default", "At first", \.isDefault),
    ]

    func page(_ request: PageRequest, in tenant: Tenant, for caller: Caller) async throws -> Page<AdjustableGrant> {
        try page(of: await tenant.grants.list(as: caller.principal), request)
    }
}

extension Permission.Grant {
    /// Whom it names.
    fileprivate var words: Words {
        switch self {
        case .role(let role): role.words
        case .everyMember: "every member"
        case .oneself, .anyAccount, .anyone, .operator: Words(verbatim: "\(self)")
        }
    }
}

/// Grants a permission.
struct AllowGrant: GrantAct {
    let grant: String

    static let name: SurfaceName = "allow"
    static let title: Words = "Allow"
    static let isGranted = true
    static let places: [Place<Self>] = [
        .row(of: GrantsTable.self) { $0.isGranted ? nil : Self(grant: $0.id) }
    ]

    init(grant: String) { self.grant = grant }
}

/// Takes a permission away.
struct ForbidGrant: GrantAct {
    let grant: String

    static let name: SurfaceName = "forbid"
    static let title: Words = "Do not allow"
    static let isGranted = false
    static let places: [Place<Self>] = [
        .row(of: GrantsTable.self) { $0.isGranted ? Self(grant: $0.id) : nil }
    ]

    init(grant: String) { self.grant = grant }
}

/// An act on one row of the table.
protocol GrantAct: Act where Provider == KernelSurfaces {
    init(grant: String)
    var grant: String { get }
    static var isGranted: Bool { get }
}

extension GrantAct {
    static var needs: Need<Self> { Need(.adjustGrants) }
    static var repetition: Repetition { .harmless }
    static var form: Form<Self> { Form(Self.init, Field("grant", \.grant, .line, "Permission")) }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        let known = try await tenant.grants.list(as: caller.principal).first { $0.id == grant }
        guard let known else { throw NoAdjustableGrant() }
        try await tenant.grants.set(known.grant, of: known.permission, to: Self.isGranted, as: caller.principal)
        return Outcome(Self.isGranted ? "It is allowed." : "It is not allowed any more.", next: GrantsTable())
    }
}

/// The organization does not decide this.
struct NoAdjustableGrant: ExplainedError {
    var words: Words { "the organization does not decide this now; look at the list again" }
}
