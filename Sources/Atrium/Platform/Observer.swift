internal import AtriumStorage
internal import Foundation

/// Sees what happens in a platform, to log or to measure it.
///
/// It is called from any thread and must return soon.
public protocol Observer: Sendable {
    func observe(_ event: TelemetryEvent)
}

/// What an observer sees: ids of tenants and modules, never personal data.
public enum TelemetryEvent: Sendable {
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
    case discrepancy(Discrepancy)
    /// The process may not have as many descriptors as `wanted` open files of tenants need: so many are open at most.
    case openFilesLimited(to: Int, wanted: Int, descriptors: Int)
    /// Others than its owner may enter, list or change a folder with data; `mode` as `chmod` takes it.
    case folderAccessible(path: String, mode: Int)
}

/// Writes to standard error what an operator has to do something about, and nothing else.
public struct WarningObserver: Observer {
    public init() {}

    public func observe(_ event: TelemetryEvent) {
        guard let warning = Self.warning(of: event) else { return }
        FileHandle.standardError.write(Data("atrium: warning: \(warning)\n".utf8))
    }

    static func warning(of event: TelemetryEvent) -> String? {
        switch event {
        case .handlerFailed(let tenant, let module, let work, let error):
            "module '\(module)' failed in '\(work)' of organization \(tenant): \(error)"
        case .indexBehind(let id, let error):
            "the directory could not follow organization \(id) and tries again: \(error)"
        case .discrepancy(let discrepancy): discrepancy.description
        case .openFilesLimited(let files, let wanted, let descriptors):
            "\(files) files may be open at once, not \(wanted): the process may have \(descriptors) descriptors; raise the "
                + "limit to \(Descriptors.needed(for: wanted + 1)) (ulimit -n, LimitNOFILE), or lower openFiles"
        case .folderAccessible(let path, let mode):
            "others than its owner may use the folder \(path), whose mode is \(String(mode, radix: 8)); chmod 700 it"
        case .opened, .migrated, .committed, .refused, .indexRepaired: nil
        }
    }
}
