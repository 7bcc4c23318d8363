/// Why a role cannot be granted or revoked.
public enum RoleError: ExplainedError, Equatable {
    /// The platform has no role of this name.
    case unknown(RoleID)
    /// A role for a team was given without a team, or a role for the organization with a team.
    case wrongLevel(RoleID)
    /// The member holds, or is given at the same time, another role that excludes this one.
    case excluded(RoleID)
    /// The principal may neither grant nor revoke this role there.
    case mayNotGrant(RoleID)
    /// A role was revoked that the member does not hold there.
    case notHeld(RoleID)

    public var words: Words {
        switch self {
        case .unknown(let role): "there is no role '\(role)'; add it to the platform's configuration"
        case .wrongLevel(let role):
            "role '\(role)' has another reach; name a team with a team's role, and none with a role of the organization"
        case .excluded(let role): "role '\(role)' excludes another that the member holds; revoke that one first"
        case .mayNotGrant(let role): "the principal may not grant or revoke role '\(role)'; ask an administrator"
        case .notHeld(let role): "the member does not hold role '\(role)' there; read the member's roles again"
        }
    }
}
