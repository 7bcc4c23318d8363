internal import AtriumJournal

/// The modules that are to work in an organization, while they start.
struct ModuleLineup {
    /// Those that worked before and may go on.
    private let former: [StartedModule]
    /// In the order in which they start.
    private(set) var modules: [StartedModule] = []
    /// Those that were started for this line-up, including one whose start failed.
    private(set) var started: [StartedModule] = []
    /// The state of each module of the platform, and of each that stored something here.
    var states: [ModuleID: ModuleState] = [:]
    private let stored: StoredModules

    init(keeping former: [StartedModule], of stored: StoredModules) { (self.former, self.stored) = (former, stored) }

    /// The permissions of the modules, with the grants that they have here.
    var permissions: [Permission] {
        modules.flatMap { module in module.permissions.map { stored.adjusted($0, of: module.id) } }
    }

    /// Whether every module works, so that every role is known.
    var isComplete: Bool { states.values.allSatisfy { $0 == .on } }

    /// Lets a module go on that worked before. Returns false if it did not.
    mutating func keep(_ id: ModuleID) -> Bool {
        guard let known = former.first(where: { $0.id == id }) else { return false }
        modules.append(known)
        return true
    }

    mutating func add(_ module: StartedModule) {
        started.append(module)
        modules.append(module)
    }

    func keeps(_ module: StartedModule) -> Bool { modules.contains { $0.life === module.life } }
}
