internal import Foundation

/// Sees what happens in a platform, to log or to measure it.
///
/// It is called from any thread and must return soon.
public protocol Observer: Sendable {
    func observe(_ happening: Happening)
}

/// What an observer sees: ids of tenants and modules, never personal data.
public enum Happening: Sendable {
    case opened(OrganizationID, in: Duration)
    /// `migrations` as `module: name`; `nil` for the directory.
    case migrated(OrganizationID?, migrations: [String])
    case committed(OrganizationID, in: Duration)
    /// A unit that runs again is refused again: one refusal may be seen twice.
    case refused(OrganizationID, permission: String)
    case handlerFailed(OrganizationID, module: String, work: String, error: any Error)
    /// The directory's index of memberships was not what the organization's file says.
    case indexRepaired(OrganizationID, members: Int)
    /// The directory could not follow a commit; it does with the next one, turn or opening.
    case indexBehind(OrganizationID, error: any Error)
    /// The folder's files do not fit together.
    case found(Discrepancy)
}

/// Writes what failed, or does not fit together, to standard error, and nothing else.
public struct WarningObserver: Observer {
    public init() {}

    public func observe(_ happening: Happening) {
        if let warning = Self.warning(of: happening) {
            FileHandle.standardError.write(Data("atrium: warning: \(warning)\n".utf8))
        }
    }

    private static func warning(of happening: Happening) -> String? {
        switch happening {
        case .handlerFailed(let id, let module, let work, let error):
            "module '\(module)' failed in '\(work)' of organization \(id): \(error)"
        case .indexBehind(let id, let error):
            "the directory could not follow organization \(id) and tries again: \(error)"
        case .found(let discrepancy): discrepancy.description
        case .opened, .migrated, .committed, .refused, .indexRepaired: nil
        }
    }
}
