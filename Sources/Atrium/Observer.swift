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
    case indexRepaired(OrganizationID, members: Int)
}

/// Writes failures to standard error, and nothing else.
public struct WarningObserver: Observer {
    public init() {}

    public func observe(_ happening: Happening) {
        guard case .handlerFailed(let tenant, let module, let work, let error) = happening else { return }
        let line = "atrium: warning: module '\(module)' failed in '\(work)' of organization \(tenant): \(error)\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
