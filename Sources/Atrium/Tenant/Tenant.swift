internal import AtriumDirectory
internal import AtriumJournal
internal import Foundation
internal import Synchronization

/// The directory and its index, with the kernel's own types of organization and member.
package typealias OrganizationDirectory = Directory<any Organization, any Member>
package typealias OrganizationIndex = MembershipIndex<any Organization, any Member>

/// An open organization: its members, teams and roles, and the services of the platform's modules.
///
/// A tenant and its services work until the organization is suspended or deleted, or the platform is closed. After that, every
/// operation throws an error that says which of these happened.
public final class Tenant: Sendable {
    /// The organization's identity.
    public let id: OrganizationID
    /// The languages in which texts are known here.
    public let languages: Languages
    package let file: DatabaseFile
    package let directory: OrganizationDirectory
    let configuration: PlatformConfiguration
    let registry = Locked(Registry())
    /// Recurring work that is running, including work that exceeded its deadline and has not returned yet.
    let runningWork = Locked<Set<RecurringWork>>([])
    let wakeMarker: WakeMarker
    let deliveries = CoalescingRunner()
    let copies = CoalescingRunner()
    /// Runs the changes of modules one after another.
    package let switching = AsyncSemaphore(1)
    /// Writes share it. A change of modules has it alone.
    package let writing = SharedExclusiveLock()
    package let index: OrganizationIndex
    /// The feature set of a new organization; `nil` if the organization is not new.
    let featureSet: FeatureSet??
    package let moduleSet: ModuleSet
    private let closureReasons: ClosureReasons<any Organization>
    private let isOpen = Atomic(true)
    private let closing = RunOnce()
    let measured = Locked<[String]>([])

    /// A new organization is in memory until its file is saved. The directory already has it as due.
    init(_ id: OrganizationID, of platform: Platform, newWith featureSet: FeatureSet?? = nil) {
        let isNew = featureSet != nil
        (self.id, self.featureSet) = (id, featureSet)
        (moduleSet, directory, configuration) = (platform.modules(of: id), platform.directory, platform.configuration)
        closureReasons = platform.closureReasons
        languages = platform.languages.replacing(platform.configuration.phrasesOfOrganization(id))
        wakeMarker = WakeMarker(now: platform.configuration.time, isAwake: isNew) { [directory] due, isOutdated in
            try await directory.setWake(of: id, at: due, unless: isOutdated)
        }
        file = platform.file(of: id, newWith: featureSet)
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

    /// The kernel's own access to the data. It never leaves the kernel and AtriumOperations.
    package var store: Store { Store(tenant: self, life: .kernel) }

    func service<M: Module>(of module: M.Type) throws -> M.Service {
        try checkIsOpen()
        let started = registry.withLock { $0.modules.first { $0.id == module.id } }
        if let service = started?.service as? M.Service { return service }
        // The organization may have been closed after the first check.
        try checkIsOpen()
        throw stateError(of: module.id)
    }

    package func contributions<Value>(to point: ExtensionPoint<Value>) -> [Value] {
        registry.withLock(\.modules).flatMap { $0.contributed(to: point) }
    }

    var isOpenNow: Bool { isOpen.load(ordering: .acquiring) }

    func checkIsOpen() throws { if !isOpenNow { throw closureReasons.reason(of: id) } }

    /// The error of a unit. If the unit was interrupted because the organization closed, returns the reason for the closing
    /// instead.
    func explained(_ error: any Error) -> any Error {
        guard !isOpenNow, (error as? DatabaseError)?.kind == .unavailable else { return error }
        return closureReasons.reason(of: id)
    }

    /// The permissions of the kernel and of the modules that work here.
    package var permissions: [Permission] { Permission.kernel + registry.withLock(\.modules).flatMap(\.permissions) }

    // MARK: - Life

    /// Starts the modules in their order. If one fails, those that have started are closed again.
    func start() async throws {
        do {
            _ = try languages.checked()
            try await settleModules()
            if featureSet != nil {
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
            if registry.withLock({ !$0.subscribedEvents.isEmpty }) { deliveries.start(deliver) }
        } catch {
            await close()
            throw error
        }
    }

    /// The start as lines of a tree, one for each module.
    var startTree: [String] { measured.withLock { $0 } }

    /// Waits for running units, calls the closures that modules registered for the end, and closes the file. A second caller
    /// waits for the first one. Cancelling a caller does not stop the closing.
    package func close() async { await closing.run(end) }

    @Sendable private func end() async {
        isOpen.store(false, ordering: .releasing)
        // If these steps succeed, nothing is left to repair. If one fails, the next start repairs it.
        await deliveries.finish()
        await copies.finish()
        await switching.run {}
        try? await rest()
        for module in registry.withLock(\.modules).reversed() { await module.close() }
        try? await index.close()
        await file.close()
        // This is not done earlier, because a running unit may still publish, and a waiting read still checks permissions.
        registry.withLock { $0.replaceModules(by: []) }
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
        let (value, change, hasLogged) = try await commit(as: principal, body)
        if hasLogged { deliveries.start(deliver) }
        try configuration.interrupt(.committed)
        await index.follow(change)
        configuration.observer.observe(.committed(id, in: ContinuousClock.now - start))
        return value
    }

    /// The part of a write that ends with its commit. With `isAlone`, the caller has the lock of writes already.
    package func commit<Value: Sendable>(
        as principal: Principal, isAlone: Bool = false, _ body: @escaping @Sendable (UnitState) throws -> Value
    ) async throws -> (Value, OrganizationIndex.Change, hasLogged: Bool) {
        if !isAlone { await writing.enter() }
        defer { if !isAlone { writing.leave() } }
        return try await wakeMarker.during {
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
    }
}
