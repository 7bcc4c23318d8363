internal import Foundation
private import Synchronization

/// One organization at work: its members, teams and roles, and the services of the platform's modules.
public final class Tenant: Sendable {
    public let id: OrganizationID
    let file: DatabaseFile
    let directory: Directory
    let configuration: PlatformConfiguration
    let registry = Registry()
    private let modules: ModuleSet
    private let nudge: @Sendable () -> Void
    private let isOpen = Atomic(true)
    private let wakefulness: Wakefulness
    private let measured = Mutex<[StartTime]>([])

    /// How long a module took to start.
    struct StartTime: Sendable {
        let module: ModuleID
        let time: Duration
    }

    /// In start order.
    var startTimes: [StartTime] { measured.withLock { $0 } }

    init(
        id: OrganizationID, path: String, storage: Storage, modules: ModuleSet, directory: Directory,
        configuration: PlatformConfiguration, nudge: @escaping @Sendable () -> Void
    ) {
        self.id = id
        self.modules = modules
        self.directory = directory
        self.configuration = configuration
        self.nudge = nudge
        let wakefulness = Wakefulness(organization: id, directory: directory, now: configuration.now)
        self.wakefulness = wakefulness
        file = DatabaseFile(
            path: path, storage: storage, schemas: modules.schemas,
            willClose: { wakefulness.sleep(closing: $0) },
            didMigrate: { configuration.observer.observe(.migrated(id, migrations: $0)) })
    }

    // MARK: - What it offers

    /// The service of a module.
    public subscript<M: Module>(module: M.Type) -> M.Service {
        get throws { try service(of: module) }
    }

    public var members: Members { Members(store: store) }
    public var teams: Teams { Teams(store: store) }
    public var roles: Roles { Roles(store: store) }
    public var settings: Settings { Settings(store: store) }
    public var audit: Audit { Audit(store: store) }

    /// The principal for an account that has signed in: the active member that it is here, or the account itself.
    public func principal(for account: AccountID) async throws -> Principal {
        try await store.read(as: .account(account), .enter) { work in
            guard let member = try work.member(account: account), member.state == .active else {
                return .account(account)
            }
            return .member(member.id)
        }
    }

    /// Makes an account a member without asking anybody: for tests.
    package func admit(
        _ account: AccountID, name: String, address: EmailAddress, assignments: [Assignment], teams: [TeamID]
    ) async throws -> MemberID {
        try await store.write(as: .kernel, .enter) { work in
            try work.admit(account, name: name, address: address, assignments: assignments, teams: teams)
        }
    }

    /// The kernel's own door; it never leaves the kernel.
    var store: Store { Store(tenant: self, owner: .kernel) }

    func service<M: Module>(of module: M.Type) throws -> M.Service {
        try checkIsOpen()
        guard let service = registry.service(of: module.id) as? M.Service else {
            throw ConfigurationError(faults: ["module '\(module.id)' is not part of this platform; add it to modules"])
        }
        return service
    }

    // MARK: - Life

    /// Starts the modules in their order. When one fails, what was started is closed again.
    func start() async throws {
        let clock = ContinuousClock()
        do {
            for module in modules.modules {
                let time = try await clock.measure { try await start(module) }
                measured.withLock { $0.append(StartTime(module: type(of: module).id, time: time)) }
            }
            let contributed = registry.contributions(to: ExtensionPoint<any Role>.roles.name).compactMap { $0 as? any Role }
            let roles = StandardRole.all + configuration.roles + contributed
            let permissions = Permission.kernel + modules.modules.flatMap { type(of: $0).permissions }
            registry.access = try AccessRules(roles: roles, permissions: permissions)
            try await settle()
            try await repairIndex()
        } catch {
            await close()
            throw error
        }
    }

    private func start<M: Module>(_ module: M) async throws {
        registry.setService(try await module.start(in: TenantContext(tenant: self, module: M.self)), of: M.id)
    }

    /// Brings the rows that mirror code in line with it, exclusions and recurring work, and writes only what differs.
    private func settle() async throws {
        let roles = Array(registry.access.roles.values)
        let recurrences = registry.recurrences
        let isSettled = try await file.read { [self] connection in
            let unit = Transaction(tenant: self, connection: connection, principal: .kernel)
            return try unit.nested(as: .kernel) { work in
                try work.exclusionChanges(roles).isEmpty && work.scheduleChanges(recurrences).isEmpty
            }
        }
        guard !isSettled else { return }
        try await write(as: .kernel) { unit in
            try unit.nested(as: .kernel) { work in
                for change in try work.exclusionChanges(roles) + work.scheduleChanges(recurrences) {
                    try work.kernel.run(change)
                }
            }
        }
    }

    func checkIsOpen() throws {
        guard isOpen.load(ordering: .acquiring) else { throw OrganizationError.suspended }
    }

    /// Waits for the units under way, runs what modules left to run, and closes the file.
    func close() async {
        guard isOpen.load(ordering: .acquiring) else { return }
        // A clean end leaves nothing to repair; what fails here is repaired at the next start.
        try? await repairIndex()
        guard isOpen.exchange(false, ordering: .acquiringAndReleasing) else { return }
        for closer in registry.clear() { await closer() }
        await file.close()
        await wakefulness.settled()
    }

    // MARK: - Writing

    /// Writes under the rules of every door: awake in the directory before, its index up to date after.
    func write<Value: Sendable>(
        as principal: Principal, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try checkIsOpen()
        let start = ContinuousClock.now
        try await wakefulness.hold()
        defer { wakefulness.release() }
        do {
            let (value, memberships, hasWoken) = try await file.write { [self] connection in
                let unit = Transaction(tenant: self, connection: connection, principal: principal)
                defer { unit.end() }
                let value = try body(unit)
                return (value, try unit.changedMemberships(), unit.hasWoken)
            }
            try configuration.interrupt(.committed)
            if !memberships.isEmpty { try await directory.index(memberships, of: id) }
            if hasWoken { nudge() }
            configuration.observer.observe(.committed(id, in: ContinuousClock.now - start))
            return value
        } catch let error as AccessError {
            throw report(error)
        }
    }

    func report(_ error: AccessError) -> AccessError {
        configuration.observer.observe(.refused(id, permission: error.permission))
        return error
    }

    /// Brings the directory's index of memberships up to this file, which alone is the truth.
    func repairIndex() async throws {
        let known = try await directory.indexedRevision(of: id)
        let (memberships, revision) = try await file.read { connection in
            let session = connection.kernel
            return (
                try session.rows("\(Membership.selection) WHERE revision > \(known)", make: Membership.init),
                try session.one("SELECT coalesce(max(revision), 0) FROM kernel_member", as: Int.self)
            )
        }
        guard revision > known else { return }
        try await directory.index(memberships, of: id, upTo: revision)
        configuration.observer.observe(.indexRepaired(id, members: memberships.count))
    }
}

extension Tenant {
    /// Runs the recurring work that is due and returns how many pieces ran.
    func runDue() async throws -> Int {
        let due = try await file.read { [self] connection in
            let now = configuration.now()
            let rows = try connection.kernel.rows(
                "SELECT module, name FROM kernel_schedule WHERE due_at <= \(now)", as: String.self, String.self)
            return registry.recurrences.filter { work in rows.contains { $0 == (work.module.description, work.name) } }
        }
        for work in due {
            // The next time stands before it runs, so that a wake meanwhile counts; a crash meanwhile leaves it marked.
            try await mark(work, isRunning: true)
            try await run(work)
            try await mark(work, isRunning: false)
        }
        try await wakefulness.rest(file)
        return due.count
    }

    private func mark(_ work: Registry.Recurrence, isRunning: Bool) async throws {
        try await write(as: .kernel) { unit in
            let next = unit.now.addingTimeInterval(work.interval / .seconds(1))
            _ = try unit.connection.kernel.run(
                """
                UPDATE kernel_schedule SET is_running = \(isRunning), due_at = iif(\(isRunning), \(next), due_at)
                WHERE module = \(work.module.description) AND name = \(work.name)
                """)
        }
    }

    private func run(_ recurrence: Registry.Recurrence) async throws {
        do {
            try await recurrence.body()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            configuration.observer.observe(
                .handlerFailed(id, module: recurrence.module.description, work: recurrence.name, error: error))
        }
    }
}
