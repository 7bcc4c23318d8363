/// Why a unit of work cannot be used, or was used wrongly.
public enum UnitError: Error, Equatable, CustomStringConvertible {
    /// The body of the unit has ended, or the call came from another thread.
    case ended
    /// A service of one tenant was called with a unit of another tenant.
    case foreignOrganization
    /// Reactions to events published events that caused further reactions, more than 8 levels deep.
    case tooDeep
    /// The module has no recurring work of this name.
    case unknownWork(String)
    /// No module declares the permission with this id.
    case undeclared(String)

    public var description: String {
        switch self {
        case .ended: "this unit of work has ended; use it inside its body, on the thread that runs the body"
        case .foreignOrganization:
            "this unit of work belongs to another organization; open one in the organization of the service"
        case .tooDeep: "reactions to events are nested more than 8 deep; break the cycle"
        case .unknownWork(let name): "this module has no recurring work '\(name)'; register it with every(…) in start"
        case .undeclared(let permission): "permission '\(permission)' is not declared; add it to its module"
        }
    }
}
