internal import AtriumDirectory
internal import AtriumJournal
internal import Foundation
internal import Synchronization

/// The directory and its index, which know the kernel's nouns by their identities.
typealias OrganizationDirectory = Directory<any Organization, any Member>
typealias OrganizationIndex = MembershipIndex<any Organization, any Member>

/// One organization at work: its members, teams and roles, and the services of the platform's modules.
///
/// It and all that was taken of it is of use until the organization is suspended or deleted, or the platform closed; then every
/// operation says which of these it was.
public final class Tenant: Sendable {
    public let id: OrganizationID
    let file: DatabaseFile
    let directory: OrganizationDirectory
    let configuration: PlatformConfiguration
    let registry = Locked(Registry())
    let wakeMarker: WakeMarker
    let deliveries = CoalescingRunner()
    let copies = CoalescingRunner()
    let index: OrganizationIndex
    private let isNew: Bool
    private let modules: ModuleSet
    private let closureReasons: ClosureReasons
    private let isOpen = Atomic(true)
    private let closing = Locked<Task<Void, Never>?>(nil)
    private let measured = Locked<[String]>([])

    /// A new one is in memory until its file is saved, and the directory knows it as due already.
    init(_ id: OrganizationID, of platform: Platform, isNew: Bool = false) {
        (self.id, self.isNew) = (id, isNew)
        (modules, directory, configuration) = (platform.modules, platform.directory, platform.configuration)
        closureReasons = platform.closureReasons
        wakeMarker = WakeMarker(now: platform.configuration.time, isAwake: isNew) { [directory] due, isOutdated in
            try await directory.setWake(of: id, at: due, unless: isOutdated)
        }
        let observer = platform.configuration.observer
        file = platform.file(of: id, isNew: isNew)
        index = OrganizationIndex(of: id, file, in: directory, from: KernelSchema.copied) { event in
            switch event {
            case .behind(let error): observer.observe(.indexBehind(id, error: error))
            case .repaired(let count): observer.observe(.indexRepaired(id, members: count))
            case .discrepancy(let discrepancy): observer.observe(.discrepancy(discrepancy))
            }
        }
    }

    // MARK: - What it offers

    /// The service of a module.
    public subscript<M: Module>(module: M.Type) -> M.Service { get throws { try service(of: module) } }

    public var members: Members { Members(store: store) }
    public var teams: Teams { Teams(store: store) }
    public var roles: Roles { Roles(store: store) }
    public var settings: Settings { Settings(store: store) }
    public var audit: Audit { Audit(store: store) }
    public var failedJobs: FailedJobs { FailedJobs(store: store) }

    /// The principal for an account that has signed in: the active member that it is here, or the account itself.
    public func principal(for account: AccountID) async throws -> Principal {
        try await store.read(as: .account(account), .enter) { work in
            let member = try work.member(account: account).flatMap { $0.state == .active ? $0.id : nil }
            return member.map { .member($0) } ?? .account(account)
        }
    }

    /// The kernel's own door; it never leaves the kernel.
    var store: Store { Store(tenant: self, owner: .kernel) }

    func service<M: Module>(of module: M.Type) throws -> M.Service {
        try checkIsOpen()
        guard let service = registry.withLock({ $0.services[module.id] }) as? M.Service else {
            // It may have been closed meanwhile.
            try checkIsOpen()
            throw ConfigurationError(faults: ["module '\(module.id)' is not part of this platform; add it to modules"])
        }
        return service
    }

    func contributions<Value>(to point: ExtensionPoint<Value>) -> [Value] {
        registry.withLock { $0.contributions[point.name] ?? [] }.compactMap { $0 as? Value }
    }

    var isOpenNow: Bool { isOpen.load(ordering: .acquiring) }

    func checkIsOpen() throws { if !isOpenNow { throw closureReasons.reason(of: id) } }

    /// What a unit threw, or, where it was cut off because the organization closed, why that was.
    func explained(_ error: any Error) -> any Error {
        guard !isOpenNow, (error as? DatabaseError)?.kind == .unavailable else { return error }
        return closureReasons.reason(of: id)
    }

    var moduleNames: Set<String> { modules.names }

    // MARK: - Life

    /// Starts the modules in their order. When one fails, what was started is closed again.
    func start() async throws {
        do {
            let (present, awaited) = try await file.read { connection in
                (try Reconciliation.storedModules(connection.kernel), try EventLog(connection.kernel).subscriptions())
            }
            registry.withLock { $0.subscribedEvents = Set(awaited.map(\.event)) }
            for module in modules.modules {
                let time = try await ContinuousClock().measure { try await start(module, present) }
                measured.withLock { $0.append("├─ \(type(of: module).id) \(time.inMilliseconds)") }
            }
            let roles = StandardRole.all + configuration.roles + contributions(to: .roles)
            let permissions = Permission.kernel + modules.modules.flatMap { type(of: $0).permissions }
            let access = try AccessRules(roles: roles, permissions: permissions)
            registry.withLock { $0.access = access }
            let (recurrences, subscribers) = registry.withLock { ($0.recurrences.map(\.work), $0.subscribers) }
            let reconciliation = Reconciliation(
                modules: moduleNames, roles: roles, recurrences: recurrences, subscribers: subscribers,
                now: try configuration.time())
            let changes = try await file.read { try reconciliation.changes($0.kernel) }
            if !changes.isEmpty {
                try await write(as: .kernel) { unit in try changes.forEach { try unit.kernel.run($0) } }
            }
            let followed = try await file.read { try EventLog($0.kernel).subscriptions() }
            registry.withLock { ($0.subscribedEvents, $0.isComplete) = (Set(followed.map(\.event)), true) }
            if isNew {
                index.openNew()
            } else {
                try await index.open()
                // The file is older than the directory, and names a slug that is another organization's by now.
                do {
                    let principal = SystemPrincipal(module: "kernel", reason: "keep the slug")
                    if let slug = index.otherSlug { try await store.write(as: principal) { try $0.setSlug(slug) } }
                } catch {
                    report(error, in: "keep the slug", of: "kernel")
                }
                await copyAddresses()
            }
            if !awaited.isEmpty { deliveries.start(deliver) }
        } catch {
            await close()
            throw error
        }
    }

    private func start<M: Module>(_ module: M, _ present: Set<String>) async throws {
        let needsRebuild = !present.contains(M.id.description)
        registry.withLock { $0.starting = M.id }
        defer { registry.withLock { $0.starting = nil } }
        do {
            let service = try await module.start(
                in: TenantContext(tenant: self, module: M.self, needsRebuild: needsRebuild))
            registry.withLock { $0.services[M.id] = service }
        } catch {
            throw ModuleStartError(module: M.id, cause: error)
        }
    }

    /// The start as lines of a tree, a module each.
    var startTree: [String] { measured.withLock { $0 } }

    /// Waits for the units under way, runs what modules left to run, and closes the file. Whoever closes it a second time waits for
    /// the first, and a caller that is cancelled does not end it.
    func close() async {
        let closing = closing.withLock { closing in
            let task = closing ?? Task { await end() }
            closing = task
            return task
        }
        await closing.value
    }

    private func end() async {
        isOpen.store(false, ordering: .releasing)
        // A clean end leaves nothing to repair; what fails here is repaired at the next start.
        await deliveries.finish()
        await copies.finish()
        try? await rest()
        for closer in registry.withLock(\.closers).reversed() { await closer() }
        try? await index.close()
        await file.close()
        // Not before: a unit under way still publishes. A read that waited for its turn still asks for permissions.
        registry.withLock { $0 = Registry(access: $0.access) }
    }

    // MARK: - Writing

    /// Writes under the rules of every door: awake in the directory before, its index up to date after.
    ///
    /// Once the commit is durable its value is the answer: what comes after can neither fail nor be cancelled.
    func write<Value: Sendable>(
        as principal: Principal, _ body: @escaping @Sendable (UnitState) throws -> Value
    ) async throws -> Value {
        try checkIsOpen()
        let start = ContinuousClock.now
        let (value, change, hasLogged) = try await wakeMarker.during {
            do {
                return try await file.write { [self] connection in
                    let unit = try UnitState(tenant: self, connection: connection, principal: principal)
                    defer { unit.end() }
                    return (try body(unit), unit.indexChange, unit.hasLogged)
                }
            } catch let error as DatabaseError where error.kind == .lost || error.kind == .outcomeUnknown {
                // What the file holds from here on may be of another time, or hold the unit all the same.
                index.doubt()
                throw error
            }
        }
        if hasLogged { deliveries.start(deliver) }
        try configuration.interrupt(.committed)
        await index.follow(change)
        configuration.observer.observe(.committed(id, in: ContinuousClock.now - start))
        return value
    }
}
