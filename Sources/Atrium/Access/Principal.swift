/// The person, operator or module in whose name a unit of work runs.
public struct Principal: Sendable, Hashable, CustomStringConvertible {
    enum Identity: Sendable, Hashable, CustomStringConvertible {
        case member(MemberID)
        case account(AccountID)
        case visitor
        case `operator`(name: String)
        case system(SystemPrincipal)

        var description: String {
            switch self {
            case .member(let id): "member:\(id)"
            case .account(let id): "account:\(id)"
            case .visitor: "visitor"
            case .operator(let name): "operator:\(name)"
            case .system(let system): "system:\(system.module):\(system.reason)"
            }
        }
    }

    let identity: Identity
    /// The ids of the permissions that the principal's key allows, and the key's name; `nil` without a key.
    private(set) var allowed: Set<String>?
    private(set) var key = ""

    /// A signed-in member of the organization.
    public static func member(_ id: MemberID) -> Principal { Principal(identity: .member(id)) }
    /// A signed-in person. The person does not have to be a member.
    public static func account(_ id: AccountID) -> Principal { Principal(identity: .account(id)) }
    /// A person who has not signed in.
    public static let visitor = Principal(identity: .visitor)

    static let kernel = kernel("settle")

    /// The kernel in its own name. Only the kernel and AtriumOperations use it.
    package static func kernel(_ reason: String) -> Principal {
        Principal(SystemPrincipal(module: "kernel", reason: reason))
    }

    /// The same person through a key that allows only a part of what the person may do. `permissions` has the ids. The audit
    /// shows the key's name, such as `token:12`, without blanks. A member who uses the key cannot grant more than the key
    /// allows.
    public func limited(to permissions: Set<String>, by key: String) -> Principal {
        Principal(identity: identity, allowed: permissions.filter(allows), key: key.filter { !$0.isWhitespace })
    }

    /// Whether the principal's key allows a permission. Without a key this is true, and the roles alone decide.
    public func hasKey(for permission: Permission) -> Bool { allows(permission.id) }

    func allows(_ permission: String) -> Bool { allowed?.contains(permission) ?? true }

    /// The member's id, if the principal is a member.
    public var member: MemberID? { if case .member(let id) = identity { id } else { nil } }

    /// The account's id, if the principal is a signed-in account that is not a member.
    public var account: AccountID? { if case .account(let id) = identity { id } else { nil } }

    /// The operator's name, if the principal is one.
    package var operatorName: String? { if case .operator(let name) = identity { name } else { nil } }

    var isOperator: Bool { operatorName != nil }

    var isSystem: Bool { if case .system = identity { true } else { false } }

    /// The principal as the audit chain stores it: kind and id, kind and name, or module and reason.
    public var description: String { key.isEmpty ? identity.description : "\(identity) \(key)" }
}

/// A module in its own name, for work that no person asked for. It may do everything, without a permission. Its writes are
/// audited with its reason. Only the kernel makes one: ``TenantContext/system(_:)``.
public struct SystemPrincipal: Sendable, Hashable {
    let module: ModuleID
    let reason: String
}

extension Principal {
    /// A module in its own name, for a service that asks for a principal.
    public init(_ system: SystemPrincipal) { self.init(identity: .system(system)) }
}
