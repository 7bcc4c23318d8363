/// Why a unit of work is of no use, or was used wrongly.
public enum UnitError: Error, Equatable, CustomStringConvertible {
    case ended
    case foreignTenant
    case tooDeep
    case unknownWork(String)
    case undeclared(String)

    public var description: String {
        switch self {
        case .ended: "this unit of work has ended; use it inside its body, on the thread that runs the body"
        case .foreignTenant: "this unit of work belongs to another tenant; open one in its own"
        case .tooDeep: "events reacted to each other more than 8 deep; break the circle"
        case .unknownWork(let name): "recurring work '\(name)' is not this module's; register it with every(…) in start"
        case .undeclared(let permission): "permission '\(permission)' is not declared; add it to its module"
        }
    }
}
