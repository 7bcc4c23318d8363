public import Atrium
internal import AtriumJournal
internal import AtriumStorage

/// A module of an organization.
public struct ModuleStatus: Sendable, Equatable {
    /// Its name in tables, permissions and the log.
    public let id: ModuleID
    /// What people read: "Learning slots" for `LearningSlots`.
    public let title: Words
    /// Whether it works here.
    public let state: ModuleState
    /// What people read of the modules that it needs.
    public let needs: [Words]
    /// Whether the principal who asked may switch it.
    public let isSwitchable: Bool
    /// Whether it has tables here.
    public let hasTables: Bool
}

/// What happens when modules are switched, for people to read before they agree.
public struct ModulePlan: Sendable, Equatable {
    /// The modules that are switched on or off: those that were asked for, and those that they need.
    public let choices: [ModuleID: Bool]
    /// The name of the new feature set; `nil` if it stays. The empty name stands for every module.
    public let featureSet: String?
    /// The modules that begin to work, in the order in which they start.
    public let starts: [ModuleID]
    /// The modules that end, each with what ends with it.
    public let ends: [ModuleEffect]
}

/// What ends with a module, and what stays of it.
public struct ModuleEffect: Sendable, Equatable {
    /// The module that ends.
    public let module: ModuleID
    /// The names of the recurring work that no longer runs.
    public let recurringWork: [String]
    /// The types of events that are no longer handled after their commit.
    public let events: [String]
    /// How many events wait now. They are not handled later.
    public let waitingEvents: Int
    /// How many failed jobs are forgotten.
    public let failedJobs: Int
    /// The permissions that nobody has any more.
    public let permissions: [Permission]
    /// The roles of the module, with the number of members who hold each. They keep the role, which grants nothing.
    public let holders: [RoleID: Int]
    /// How many rows of its tables stay.
    public let rows: Int

    init(of module: any Module.Type, _ registered: ModuleRegistrations?, in connection: Connection) throws {
        let kernel = connection.kernel
        (self.module, permissions) = (module.id, module.permissions)
        recurringWork = registered?.recurringWork.map(\.name) ?? []
        events = registered?.events ?? []
        waitingEvents = try EventLog(kernel).waiting(for: module.id.description)
        failedJobs = try Jobs(kernel).failed(of: module.id.description)
        holders = Dictionary(
            uniqueKeysWithValues: try (registered?.roles ?? []).map { role in
                let count: SQL = "SELECT count(DISTINCT member_id) FROM kernel_assignment WHERE role = \(role)"
                return (role, try kernel.one(count, as: Int.self))
            })
        rows = try OwnedTables(of: Owner(name: module.id.description), in: connection).rowCount()
    }
}

/// Why a plan is not carried out.
public enum ModulePlanError: ExplainedError, Equatable {
    /// Modules were switched since the plan was made.
    case outdated

    public var words: Words { "the features of the organization changed since this was shown; look at it again" }
}
