internal import Foundation
private import Synchronization

/// A data folder with its directory, and its organizations' files under the modules' schemas.
///
/// It belongs to the integrator's process, which decides who may call it; what happens inside an organization is asked of
/// its ``Tenant``, in the name of a ``Principal``.
public final class Platform: Sendable {
    private let configuration: PlatformConfiguration
    private let modules: ModuleSet
    private let storage: Storage
    private let lock: FolderLock
    let directory: Directory
    private let tenants = Mutex<[OrganizationID: Task<Tenant, any Error>]>([:])
    private let alarm = Alarm()
    private let openingTime = Mutex(Duration.zero)
    private let startTrees = Mutex<[OrganizationID: [Tenant.StartTime]]>([:])

    /// Opens a folder with modules; everything wrong with configuration and modules is thrown as one
    /// ``ConfigurationError``. A folder that another process has open throws ``DatabaseError`` of kind `busy`.
    public static func open(
        _ configuration: PlatformConfiguration, modules: [any Module]
    ) async throws -> Platform {
        let platform = try Platform(configuration, checked(modules, configuration))
        do {
            let time = try await ContinuousClock().measure {
                try await platform.directory.open()
                try await platform.recover()
            }
            platform.openingTime.withLock { $0 = time }
        } catch {
            await platform.close()
            throw error
        }
        return platform
    }

    /// Opens a folder with modules and the default configuration.
    public static func open(at folder: String, modules: [any Module]) async throws -> Platform {
        try await open(PlatformConfiguration(folder: folder), modules: modules)
    }

    private static func checked(_ modules: [any Module], _ configuration: PlatformConfiguration) throws -> ModuleSet {
        var faults = configuration.faults
        do {
            let set = try ModuleSet(modules)
            if faults.isEmpty { return set }
        } catch let error as ConfigurationError {
            faults += error.faults
        }
        throw ConfigurationError(faults: faults)
    }

    private init(_ configuration: PlatformConfiguration, _ modules: ModuleSet) throws {
        self.configuration = configuration
        self.modules = modules
        try Files.createFolder(configuration.folder)
        lock = try FolderLock(configuration.folder)
        try Files.createFolder(configuration.folder + "/tenants")
        storage = Storage(
            settings: ConnectionSettings(
                statementDeadline: configuration.statementDeadline, vfs: configuration.vfs),
            inlineReadLimit: configuration.inlineReadLimit, openFiles: configuration.openFiles + 1,
            writerThreads: configuration.writerThreads, readerThreads: configuration.readerThreads)
        directory = Directory(
            path: configuration.folder + "/directory.db", storage: storage, configuration: configuration)
    }

    /// Closes every organization, waiting for the units under way, then the directory.
    public func close() async {
        let open = tenants.withLock { tenants in
            defer { tenants = [:] }
            return Array(tenants.values)
        }
        for tenant in open { try? await tenant.value.close() }
        await directory.close()
        storage.stop()
        lock.release()
    }

    // MARK: - Looking up

    /// The organization with a slug; throws ``OrganizationError``.
    public func tenant(_ slug: String) async throws -> Tenant {
        guard let slug = Slug(slug), let id = try await directory.organization(slug) else {
            throw OrganizationError.unknown
        }
        return try await tenant(id)
    }

    /// The organization with an id, its modules started; throws ``OrganizationError``.
    public func tenant(_ id: OrganizationID) async throws -> Tenant {
        let starting = tenants.withLock { tenants in
            if let known = tenants[id] { return known }
            let task = Task { try await self.start(id) }
            tenants[id] = task
            return task
        }
        do {
            return try await starting.value
        } catch {
            tenants.withLock { if $0[id] == starting { $0[id] = nil } }
            throw error
        }
    }

    /// The organization of which a text such as an invitation's token speaks; unknown ids open no file.
    public func tenant(ofToken token: String) async throws -> Tenant {
        guard let id = OrganizationID(token.prefix { $0 != "." }) else { throw OrganizationError.unknown }
        return try await tenant(id)
    }

    /// The organizations that a person may enter, by name.
    public func organizations(of account: AccountID) async throws -> [OrganizationLink] {
        try await directory.links(of: account)
    }

    /// The account that owns a proven address.
    public func account(_ address: EmailAddress) async throws -> AccountID? {
        try await directory.account(address: address)
    }

    /// Creates an account for somebody who proved to the integrator that they read the address; throws
    /// ``AccountError/addressTaken`` if one exists.
    public func createAccount(provenAddress: EmailAddress, name: String) async throws -> AccountID {
        try await directory.createAccount(provenAddress: provenAddress, name: name)
    }

    private func start(_ id: OrganizationID) async throws -> Tenant {
        try await requireActive(id)
        let time = ContinuousClock.now
        let tenant = makeTenant(id)
        try await tenant.start()
        do {
            // It may have been suspended or deleted meanwhile.
            try await requireActive(id)
        } catch {
            await tenant.close()
            throw error
        }
        startTrees.withLock { $0[id] = tenant.startTimes }
        configuration.observer.observe(.opened(id, in: ContinuousClock.now - time))
        return tenant
    }

    private func requireActive(_ id: OrganizationID) async throws {
        switch try await directory.state(of: id) {
        case .active: return
        case .suspended: throw OrganizationError.suspended
        case .creating, .deleting, .deleted, nil: throw OrganizationError.unknown
        }
    }

    private func makeTenant(_ id: OrganizationID) -> Tenant {
        Tenant(
            id: id, path: path(of: id), storage: storage, modules: modules, directory: directory,
            configuration: configuration, nudge: { [alarm] in alarm.ring() })
    }

    private func path(of id: OrganizationID) -> String { "\(configuration.folder)/tenants/\(id).db" }

    // MARK: - Creating, suspending, deleting

    /// Creates an organization and lets its founder become administrator: a module that reacts to ``FounderAwaited``
    /// invites them; without one, the account that owns the address is admitted.
    public func createOrganization(
        _ settings: OrganizationSettings, slug: String, founder: EmailAddress
    ) async throws -> Tenant {
        let settings = try settings.checked()
        guard let slug = Slug(slug) else { throw OrganizationError.invalidSlug }
        let id: OrganizationID = configuration.newID()
        try await directory.register(id, slug: slug, name: settings.name)
        do {
            try configuration.interrupt(.registered)
            try Template.copy(
                Template.make(in: configuration.folder, schemas: modules.schemas, settings: storage.settings),
                to: path(of: id))
            try configuration.interrupt(.copied)
            try await found(StoredOrganization(id: id, settings: settings), founder)
        } catch let error where !(error is Interruption) {
            try? await discard(id)
            throw error
        }
        try configuration.interrupt(.founded)
        try await directory.setState(.active, of: id)
        try configuration.interrupt(.activated)
        return try await tenant(id)
    }

    /// The first unit: the identity, and whatever modules do about the founder, in one commit.
    private func found(_ organization: StoredOrganization, _ founder: EmailAddress) async throws {
        let account = try await directory.account(address: founder)
        let person = if let account { try await directory.account(account) } else { Account?.none }
        let tenant = makeTenant(organization.id)
        do {
            try await tenant.start()
            try await tenant.write(as: .kernel) { unit in
                try unit.nested(as: .kernel) { work in
                    try work.found(organization, founder: founder, account: person)
                }
                try unit.audit(.changeSettings, .organization)
            }
        } catch {
            await tenant.close()
            throw error
        }
        await tenant.close()
    }

    /// Closes an organization to everybody until it is resumed; nothing of it is lost.
    public func suspend(_ id: OrganizationID) async throws {
        try await requireActive(id)
        try await directory.setState(.suspended, of: id)
        await closeTenant(id)
    }

    public func resume(_ id: OrganizationID) async throws {
        guard try await directory.state(of: id) == .suspended else { throw OrganizationError.unknown }
        try await directory.setState(.active, of: id)
    }

    /// Deletes an organization with its file; its id is never used again, its slug is free.
    public func delete(_ id: OrganizationID) async throws {
        switch try await directory.state(of: id) {
        case .active, .suspended, .deleting: break
        case .creating, .deleted, nil: throw OrganizationError.unknown
        }
        try await directory.setState(.deleting, of: id)
        await closeTenant(id)
        try await discard(id)
    }

    private func closeTenant(_ id: OrganizationID) async {
        let task = tenants.withLock { $0.removeValue(forKey: id) }
        try? await task?.value.close()
    }

    private func discard(_ id: OrganizationID) async throws {
        try Files.removeDatabase(path(of: id))
        try await directory.bury(id)
    }

    /// Finishes or drops what a crash left between two files.
    private func recover() async throws {
        for id in try await directory.organizations(in: [.deleting]) { try await discard(id) }
        for id in try await directory.organizations(in: [.creating]) {
            var isFounded = false
            if Files.exists(path(of: id)) {
                let file = DatabaseFile(path: path(of: id), storage: storage, schemas: modules.schemas)
                isFounded = try await file.read { try $0.kernel.one("SELECT count(*) FROM kernel_organization", as: Int.self) } == 1
                await file.close()
            }
            if isFounded { try await directory.setState(.active, of: id) } else { try await discard(id) }
        }
    }

    /// Makes the directory's index of memberships anew from the organizations' files.
    public func rebuildIndex() async throws {
        try await directory.clearIndex()
        for id in try await directory.organizations(in: [.active]) { try await tenant(id).repairIndex() }
    }

    // MARK: - Recurring work

    /// Runs the recurring work of all organizations when it is due, until the task is cancelled.
    public func run() async throws {
        while !Task.isCancelled {
            if try await runDue() > 0 { continue }
            let pause = try await directory.nextDue().map { $0.timeIntervalSince(configuration.now()) } ?? 60
            await alarm.wait(atMost: .seconds(min(max(pause, 0), 60)))
        }
    }

    /// Runs once what is due now, and returns how many pieces of work ran. An organization that cannot be opened is
    /// reported to the observer and does not stop the others.
    @discardableResult
    public func runDue() async throws -> Int {
        var count = 0
        for id in try await directory.due(at: configuration.now()) {
            do {
                count += try await tenant(id).runDue()
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                configuration.observer.observe(.handlerFailed(id, module: "kernel", work: "run", error: error))
            }
        }
        return count
    }
}

extension Platform: CustomStringConvertible {
    /// The start-up as a tree, with milliseconds: the directory, and each organization that was started with its modules.
    public var description: String {
        let opening = openingTime.withLock(\.milliseconds)
        let trees = startTrees.withLock { $0 }.sorted { $0.key < $1.key }.map { id, modules in
            let lines = modules.map { "   ├─ \($0.module) \($0.time.milliseconds)" }
            return (["├─ organization \(id)"] + lines).joined(separator: "\n")
        }
        return (["platform in \(configuration.folder): directory \(opening)"] + trees).joined(separator: "\n")
    }
}

extension Duration {
    fileprivate var milliseconds: String {
        let tenths = Int64((self / .microseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
