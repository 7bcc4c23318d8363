internal import AtriumDirectory
internal import AtriumJournal
internal import Foundation
internal import Synchronization

/// The directory and its index, with the kernel's own types of organization and member.
package typealias OrganizationDirectory = Directory<any Organization, any Member>
typealias OrganizationIndex = MembershipIndex<any Organization, any Member>

/// An open organization: its members, teams and roles, and the services of the platform's modules.
///
/// A tenant and its services work until the organization is suspended or deleted, or the platform is closed. After that, every
/// operation throws an error that says which of these happened.
public final class Tenant: Sendable {
    /// The organization's identity.
    public let id: OrganizationID
    /// The languages in which texts are known here.
    public let languages: Languages
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
    private let closureReasons: ClosureReasons<any Organization>
    private let isOpen = Atomic(true)
    private let closing = RunOnce()
    private let measured = Locked<[String]>([])

    /// A new organization is in memory until its file is saved. The directory already has it as due.
    init(_ id: OrganizationID, of platform: Platform, isNew: Bool = false) {
        (self.id, self.isNew) = (id, isNew)
        (modules, directory, configuration) = (platform.modules, platform.directory, platform.configuration)
        closureReasons = platform.closureReasons
        languages = platform.languages.replacing(platform.configuration.phrasesOfOrganization(id))
        wakeMarker = WakeMarker(now: platform.configuration.time, isAwake: isNew) { [directory] due, isOutdated in
            try await directory.setWake(of: id, at: due, unless: isOutdated)
        }
        file = platform.file(of: id, isNew: isNew)
        index = OrganizationIndex(of: id, file, in: directory, from: KernelSchema.copied) { [configuration] event in
            switch event {
            case .behind(let error): configuration.observer.observe(.indexBehind(id, error: error))
            case .repaired(let count): configuration.observer.observe(.indexRepaired(id, members: count))
            case .discrepancy(let discrepancy): configuration.observer.observe(.discrepancy(discrepancy))
            }
        }
    }

    // MARK: - What it offers

    /// The service of a module, which must be part of the platform.
    public subscript<M: Module>(module: M.Type) -> M.Service { get throws { try service(of: module) } }

    /// Lists and changes members.
    public var members: Members { Members(store: store) }
    /// Lists and changes teams and their members.
    public var teams: Teams { Teams(store: store) }
    /// Grants and revokes roles.
    public var roles: Roles { Roles(store: store) }
    /// Reads and changes the settings and the slug.
    public var settings: Settings { Settings(store: store) }
    /// Reads and checks the audit chain.
    public var audit: Audit { Audit(store: store) }
    /// Lists and restarts failed jobs.
    public var failedJobs: FailedJobs { FailedJobs(store: store) }

    /// The principal for a signed-in account: its active member here, or, without one, the account itself.
    public func principal(for account: AccountID) async throws -> Principal {
        try await store.read(as: .account(account), .enter) { work in
            let member = try work.member(account: account).flatMap { $0.state == .active ? $0.id : nil }
            return member.map { .member($0) } ?? .account(account)
        }
    }

    /// The language in which a principal reads here: a member's choice, or else the organization's.
    public func language(as principal: Principal) async throws -> Language {
        try await store.read(as: principal, .viewOrganization) { try $0.language(of: principal.member) }
    }

    /// The kernel's own access to the data. It never leaves the kernel.
    var store: Store { Store(tenant: self, owner: .kernel) }

    func service<M: Module>(of module: M.Type) throws -> M.Service {
        try checkIsOpen()
        guard let service = registry.withLock({ $0.services[module.id] }) as? M.Service else {
            // The organization may have been closed after the first check.
            try checkIsOpen()
            throw ConfigurationError(faults: ["module '\(module.id)' is not part of this platform; add it to modules"])
        }
        return service
    }

    package func contributions<Value>(to point: ExtensionPoint<Value>) -> [Value] {
        registry.withLock { $0.contributions[point.name] ?? [] }.compactMap { $0 as? Value }
    }

    var isOpenNow: Bool { isOpen.load(ordering: .acquiring) }

    func checkIsOpen() throws { if !isOpenNow { throw closureReasons.reason(of: id) } }

    /// The error of a unit. If the unit was interrupted because the organization closed, returns the reason for the closing
    /// instead.
    func explained(_ error: any Error) -> any Error {
        guard !isOpenNow, (error as? DatabaseError)?.kind == .unavailable else { return error }
        return closureReasons.reason(of: id)
    }

    var moduleNames: Set<String> { modules.names }

    /// What the tables hold of people, by their owners. The kernel's come last, because they say who the person is.
    var personalData: [(Owner, [PersonalTable])] {
        modules.modules.map { (Owner(name: type(of: $0).id.description), type(of: $0).personalData) }
            + [(.kernel, KernelSchema.personalData)]
    }

    package var permissions: [Permission] { Permission.kernel + modules.modules.flatMap { type(of: $0).permissions } }

    // MARK: - Life

    /// Starts the modules in their order. If one fails, those that have started are closed again.
    func start() async throws {
        do {
            _ = try languages.checked()
            let (present, awaited) = try await file.read { connection in
                (try Reconciliation.storedModules(connection.kernel), try EventLog(connection.kernel).subscriptions())
            }
            registry.withLock { $0.subscribedEvents = Set(awaited.map(\.event)) }
            for module in modules.modules {
                let time = try await ContinuousClock().measure { try await start(module, present) }
                measured.withLock { $0.append("├─ \(type(of: module).id) \(time.inMilliseconds)") }
            }
            let roles = StandardRole.all + configuration.roles + contributions(to: .roles)
            let access = try AccessRules(roles: roles, permissions: permissions)
            registry.withLock { $0.access = access }
            let (recurrences, subscribers) = registry.withLock { registry in
                // This is done before the subscriptions are committed, so that an event is kept even if a module publishes it
                // right after that commit.
                registry.subscribedEvents.formUnion(registry.subscribers.flatMap(\.handlers.keys))
                return (registry.recurrences.map(\.work), registry.subscribers)
            }
            let reconciliation = Reconciliation(
                modules: moduleNames, roles: roles, recurrences: recurrences, subscribers: subscribers,
                now: try configuration.time())
            let changes = try await file.read { try reconciliation.changes($0.kernel) }
            if !changes.isEmpty {
                try await write(as: .kernel) { unit in try changes.forEach { try unit.kernel.run($0) } }
            }
            let subscribed = try await file.read { try EventLog($0.kernel).subscriptions() }
            registry.withLock { ($0.subscribedEvents, $0.isComplete) = (Set(subscribed.map(\.event)), true) }
            if isNew {
                index.openNew()
            } else {
                try await index.open()
                // If there is another slug, the file is older than the directory, and the file's slug now belongs to another
                // organization.
                do {
                    let principal = SystemPrincipal(module: "kernel", reason: "keep the slug")
                    if let slug = index.otherSlug { try await store.write(as: principal) { try $0.setSlug(slug) } }
                } catch { report(error, in: "keep the slug", of: "kernel") }
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
        } catch { throw ModuleStartError(module: M.id, cause: error) }
    }

    /// The start as lines of a tree, one for each module.
    var startTree: [String] { measured.withLock { $0 } }

    /// Waits for running units, calls the closures that modules registered for the end, and closes the file. A second caller
    /// waits for the first one. Cancelling a caller does not stop the closing.
    func close() async { await closing.run(end) }

    @Sendable private func end() async {
        isOpen.store(false, ordering: .releasing)
        // If these steps succeed, nothing is left to repair. If one fails, the next start repairs it.
        await deliveries.finish()
        await copies.finish()
        try? await rest()
        for closer in registry.withLock(\.closers).reversed() { await closer() }
        try? await index.close()
        await file.close()
        // This is not done earlier, because a running unit may still publish, and a waiting read still checks permissions.
        registry.withLock { $0 = Registry(access: $0.access) }
    }

    // MARK: - Writing

    /// Writes in a unit, as all writes do: before the write, the directory records that the organization is due, and after the
    /// write, the directory's index follows.
    ///
    /// When the commit is durable, its value is the answer. An error or a cancellation after that cannot change the answer.
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
                // From now on, the file may be another version, or it may contain the unit in spite of the error.
                index.markUncertain()
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
