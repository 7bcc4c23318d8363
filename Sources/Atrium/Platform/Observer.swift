internal import AtriumStorage
internal import Foundation

/// Is told what happens on a platform, to log or to measure it.
///
/// It is called on any thread, and must return soon.
public protocol Observer: Sendable {
    /// Receives one event. The work that the event reports waits until this returns.
    func observe(_ event: TelemetryEvent)
}

/// What an observer receives. It has ids of organizations and modules, never personal data.
public enum TelemetryEvent: Sendable {
    /// An organization has opened, with all its modules, in this time.
    case opened(OrganizationID, in: Duration)
    /// Migrations have run, each given as `module: name`. The organization is `nil` for the directory.
    case migrated(OrganizationID?, migrations: [String])
    /// A write is durable. The time is that of the whole call, including its wait and the directory's index.
    case committed(OrganizationID, in: Duration)
    /// A principal did not have a permission. A unit may run again and be refused again, so one refusal may be reported twice.
    case refused(OrganizationID, permission: String)
    /// A handler of events, a piece of recurring work or an act of the kernel failed. `work` is the type of the event or the
    /// name of the work; the kernel's acts have the module `kernel`.
    case workFailed(OrganizationID, module: String, work: String, error: any Error)
    /// The directory's index of memberships differed from the organization's file, and was corrected.
    case indexRepaired(OrganizationID, members: Int)
    /// The directory could not follow a commit. It tries again with the next commit, turn or opening.
    case indexBehind(OrganizationID, error: any Error)
    /// Files of the folder do not match.
    case discrepancy(Discrepancy)
    /// The process may have fewer descriptors than the `wanted` number of open files needs. `to` is the number of files that
    /// can be open.
    case openFilesLimited(to: Int, wanted: Int, descriptors: Int)
    /// Users other than the owner can enter, list or change a folder with data. `mode` is as `chmod` takes it.
    case folderAccessible(path: String, mode: Int)
}

/// Writes to standard error only what needs an operator, one line for each event.
public struct WarningObserver: Observer {
    /// An observer for the standard error of this process.
    public init() {}

    public func observe(_ event: TelemetryEvent) {
        guard let warning = Self.warning(of: event) else { return }
        FileHandle.standardError.write(Data("atrium: warning: \(warning)\n".utf8))
    }

    static func warning(of event: TelemetryEvent) -> String? {
        switch event {
        case .workFailed(let tenant, let module, let work, let error):
            "module '\(module)' failed in '\(work)' of organization \(tenant): \(error)"
        case .indexBehind(let id, let error):
            "the directory could not follow organization \(id) and tries again: \(error)"
        case .discrepancy(let discrepancy): discrepancy.description
        case .openFilesLimited(let files, let wanted, let descriptors):
            Descriptors.warning(files: files, wanted: wanted, descriptors: descriptors)
        case .folderAccessible(let path, let mode): Files.warning(folder: path, mode: mode)
        case .opened, .migrated, .committed, .refused, .indexRepaired: nil
        }
    }
}
