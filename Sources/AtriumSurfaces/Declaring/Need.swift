public import Atrium

/// The permissions that a surface's service asks for, and the scope in which it asks.
///
/// The service alone decides: it checks in its unit. A need says the same before, so that people are offered what they may do,
/// and are told why they may not do the rest. `SurfaceCheck` of `AtriumTesting` compares both.
public struct Need<Subject: Sendable>: Sendable {
    /// The permissions. All of them are needed.
    public let permissions: [Permission]
    /// The scope of a value.
    public let scope: @Sendable (Subject) -> Scope
    /// The scope to ask for while there is no value: at least one of the scopes that a value could have.
    public let scopeWithoutValue: Scope

    /// Permissions that are needed in the same scope for every value.
    public init(_ permissions: Permission..., in scope: Scope = .organization) {
        (self.permissions, self.scope, scopeWithoutValue) = (permissions, { _ in scope }, scope)
    }

    /// Permissions that are needed in a scope that the value names.
    public init(_ permissions: Permission..., for scope: @escaping @Sendable (Subject) -> Scope) {
        (self.permissions, self.scope, scopeWithoutValue) = (permissions, scope, .anywhere)
    }
}

extension String {
    /// What a permission's id says to people: `manage teams` for `kernel.manage teams`.
    var wordsOfPermission: String { String(drop { $0 != "." }.dropFirst()) }
}

/// Why a surface is not offered: a permission that the caller does not hold, and the roles that grant it.
public struct Obstacle: ExplainedError, Equatable {
    /// The first permission that is missing.
    public let permission: Permission
    /// The scope in which it is missing.
    public let scope: Scope
    /// The roles that grant it, the lowest first; empty if no role does.
    public let roles: [RoleID]
    /// Whether the caller's key does not allow it, whatever the roles of the caller are.
    public var isOfKey = false

    /// The reason and the remedy, for people.
    public var words: Words {
        let allowing = Words(listing: roles.map(\.words))
        let act = Words(source: permission.id.wordsOfPermission)
        if isOfKey { return "this key does not allow you to \(act); use one that does" }
        return switch (roles.isEmpty, scope) {
        case (true, _): "you may not \(act) here, and no role allows it"
        case (false, .team), (false, .member(_, of: _)):
            "you may not \(act) here; a role that allows it, for this team or for the organization: \(allowing)"
        case (false, _): "you may not \(act) here; a role that allows it: \(allowing)"
        }
    }
}
