/// Why a role cannot be given or taken.
public enum RoleError: Error, Equatable, CustomStringConvertible {
    case unknown(RoleID)
    case wrongReach(RoleID)
    case excluded(RoleID)
    case mayNotGrant(RoleID)
    case notHeld(RoleID)

    public var description: String {
        switch self {
        case .unknown(let role): "there is no role '\(role)'; add it to the platform's configuration"
        case .wrongReach(let role):
            "role '\(role)' has another reach; name teams with a team's role, and none with a role of the organization"
        case .excluded(let role): "role '\(role)' excludes another that the member holds; revoke that one first"
        case .mayNotGrant(let role): "the principal may not grant or revoke role '\(role)'; ask an administrator"
        case .notHeld(let role): "the member does not hold role '\(role)' there; look the roles up again"
        }
    }
}
