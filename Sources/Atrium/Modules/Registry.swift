internal import AtriumJournal

/// The modules that work in one organization, and what follows from them.
struct Registry {
    struct Reaction: Sendable {
        let module: ModuleID
        let owner: Owner
        let handle: @Sendable (Any, UnitOfWork) throws -> Void
    }

    /// In the order in which they start.
    private(set) var modules: [StartedModule] = []
    private(set) var reactions: [ObjectIdentifier: [Reaction]] = [:]
    private(set) var access = AccessRules()
    private(set) var roles: [RoleID: any Role] = [:]
    /// The state of each module of the platform.
    var states: [ModuleID: ModuleState] = [:]
    /// The types of events with a subscription, including those of modules that do not work now.
    var subscribedEvents: Set<String> = []
    /// Whether the organization has opened. Until then, no event is delivered.
    var isComplete = false

    mutating func add(_ module: StartedModule) {
        modules.append(module)
        for (event, handlers) in module.reactions {
            reactions[event, default: []] += handlers.map {
                Reaction(module: module.id, owner: module.owner, handle: $0)
            }
        }
    }

    /// Puts modules to work, with all that follows from them. `others` are the roles of the configuration. Throws a
    /// `ConfigurationError`, and changes nothing, if roles and permissions do not fit together.
    mutating func install(_ line: ModuleLineup, beside others: [any Role]) throws {
        let roles = StandardRole.all + others + line.modules.flatMap { $0.contributed(to: .roles) }
        let access = AccessRules(
            roles: roles.map { ($0.held, $0.permissions) },
            permissions: Permission.kernel + line.permissions, isComplete: line.isComplete)
        let faults = AccessRules.faults(of: roles.map { ($0.id, $0.rank) }) + access.faults
        guard faults.isEmpty else { throw ConfigurationError(faults: faults) }
        replaceModules(by: line.modules)
        (self.access, states, isComplete) = (access, line.states, true)
        self.roles = Dictionary(uniqueKeysWithValues: roles.map { ($0.id, $0) })
    }

    mutating func replaceModules(by modules: [StartedModule]) {
        (self.modules, reactions) = ([], [:])
        for module in modules { add(module) }
    }
}

extension ExtensionPoint where Value == any Role {
    /// The roles that modules add to an organization.
    public static var roles: ExtensionPoint<any Role> { ExtensionPoint("kernel.roles") }
}
