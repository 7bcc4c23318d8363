/// A data folder with its directory, and its organizations' files under the modules' schemas.
///
/// It belongs to the integrator's process, which decides who may call it; what happens inside an organization is asked of
/// its ``Tenant``, in the name of a ``Principal``.
public final class Platform: Sendable {
    let configuration: PlatformConfiguration
    let modules: ModuleSet
    let storage: Storage
    private let lock: FolderLock
    let directory: OrganizationDirectory
    /// Keeps few organizations in memory that are not saved yet.
    let provisioning: AsyncSemaphore
    let closureReasons = ClosureReasons()
    /// Changes the state of one organization after another.
    let changes = KeyedLock<OrganizationID>()
    /// Those that are known; none are once it closes.
    let tenants = Locked<[OrganizationID: Task<Tenant, any Error>]?>([:])
    private let closing = Locked<Task<Void, Never>?>(nil)
    private let openingTime = Locked(Duration.zero)
    private let startTrees = Locked<[OrganizationID: [String]]>([:])

    /// Opens a folder with modules; everything wrong with configuration and modules is thrown as one
    /// `ConfigurationError`. A folder that another process has open throws `DatabaseError` of kind `busy`, one whose directory is
    /// lost or another folder's throws `DirectoryError`.
    ///
    /// The first platform of a process turns SQLite's memory statistics off, and its heap limits with them
    /// (https://sqlite.org/c3ref/hard_heap_limit64.html), unless SQLite is in use already. Open it before other threads use SQLite.
    public static func open(_ configuration: PlatformConfiguration, modules: [any Module]) async throws -> Platform {
        let platform = try Platform(configuration, ModuleSet(modules, beside: configuration.faults))
        do {
            let time = try await ContinuousClock().measure {
                let files = try organizationFiles(in: platform.configuration.folder)
                try await platform.directory.open(for: platform.modules.description, beside: files)
                try await platform.recover()
            }
            for found in try await platform.discrepancies() { configuration.observer.observe(.discrepancy(found)) }
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

    /// `mayBeLost` says that a directory is made, though organizations' files are there.
    init(_ configuration: PlatformConfiguration, _ modules: ModuleSet, mayBeLost: Bool = false) throws {
        try Files.createFolder(configuration.folder)
        var configuration = configuration
        configuration.folder = try Files.resolved(configuration.folder)
        (self.configuration, self.modules) = (configuration, modules)
        lock = try FolderLock(configuration.folder)
        let folders = [configuration.folder, configuration.folder + "/tenants"]
        try Files.createFolder(folders[1])
        // Such a mode may be meant, for a group that makes backups: it is told, and stays.
        for folder in folders {
            guard let mode = Files.modeForOthers(of: folder) else { continue }
            configuration.observer.observe(.folderAccessible(path: folder, mode: mode))
        }
        // The directory is a file too.
        let (files, descriptors) = Descriptors.room(for: configuration.openFiles + 1)
        if files <= configuration.openFiles {
            configuration.observer.observe(
                .openFilesLimited(to: files - 1, wanted: configuration.openFiles, descriptors: descriptors))
        }
        storage = Storage(
            settings: ConnectionSettings(statementDeadline: configuration.statementDeadline, vfs: configuration.vfs),
            inlineReadLimit: configuration.inlineReadLimit, openFiles: files,
            writerThreads: configuration.writerThreads, readerThreads: configuration.readerThreads, lock: lock)
        provisioning = AsyncSemaphore(configuration.workers)
        directory = try OrganizationDirectory(
            in: configuration.folder, storage: storage, now: configuration.time,
            slugMovedFor: configuration.slugMovedFor,
            mayBeNew: mayBeLost || Self.organizationFiles(in: configuration.folder).isEmpty
        ) { [observer = configuration.observer] in observer.observe(.migrated(nil, migrations: $0)) }
    }

    /// Closes every organization, waiting for the units under way, then the directory. All is closed on return, whoever closed
    /// it first.
    public func close() async {
        // In a task of its own: a caller that is cancelled closes as well.
        let task = closing.withLock { closing in
            let task = closing ?? Task { await closeOnce() }
            closing = task
            return task
        }
        await task.value
    }

    private func closeOnce() async {
        closureReasons.closePlatform()
        for tenant in (tenants.withLock { $0.take() } ?? [:]).values { try? await tenant.value.close() }
        await directory.close()
        storage.stop()
        lock.release()
    }

    // MARK: - Looking up

    /// The organization with a slug; throws `OrganizationError`, for one that it had until lately `moved(to:)` with that of today.
    public func tenant(_ slug: String) async throws -> Tenant { try await tenant(directory.organization(slug)) }

    /// The organization with an id, its modules started; throws `OrganizationError`. Who asks while it is created
    /// waits for that, and gets its error when it fails.
    public func tenant(_ id: OrganizationID) async throws -> Tenant { try await tenant(id, make: start) }

    /// The organization that is known already, or is made known: whoever wants it meanwhile waits for the same one, as closing
    /// does, and a caller that is cancelled does not end it.
    func tenant(
        _ id: OrganizationID, make: @escaping @Sendable (OrganizationID) async throws -> Tenant
    ) async throws -> Tenant {
        let starting = try tenants.withLock { tenants in
            if tenants == nil { throw DatabaseError.closed }
            if let known = tenants?[id] { return known }
            let task = Task { try await make(id) }
            tenants?[id] = task
            return task
        }
        let result = await starting.result
        if case .failure = result { tenants.withLock { if $0?[id] == starting { $0?[id] = nil } } }
        return try result.get()
    }

    /// The organization to which a token belongs, as those of invitations and of opting out. Throws `OrganizationError.unknown` for
    /// what is no token: show people the same page as for one that is not valid.
    public func tenant(ofToken token: String) async throws -> Tenant {
        let name = Substring(token.utf8.prefix { $0 != UInt8(ascii: ".") })
        guard let id = OrganizationID(name) else { throw OrganizationError.unknown }
        return try await tenant(id)
    }

    /// The organizations that a person may enter, by name.
    public func organizations(of account: AccountID) async throws -> [OrganizationLink] {
        try await directory.links(of: account).map {
            OrganizationLink(organization: $0.0, name: $0.1, slug: $0.2, member: $0.3)
        }
    }

    /// One page of all organizations, for whoever runs the platform: ordered by id, that is by the millisecond of their creation.
    public func organizations(_ query: OrganizationQuery = OrganizationQuery()) async throws -> OrganizationPage {
        try await directory.page(query)
    }

    /// The account that has a proven address now; a former one leads to nobody.
    public func account(_ address: EmailAddress) async throws -> AccountID? {
        try await directory.account(address: address)
    }

    /// An account with its name and addresses.
    public func account(_ id: AccountID) async throws -> Account? { try await directory.account(id) }

    /// Creates an account for somebody who proved to the integrator that they read the address; throws
    /// `AccountError.addressTaken` if one exists, and `addressFormer` if one had the address before and did not release it.
    public func createAccount(provenAddress: EmailAddress, name: String) async throws -> AccountID {
        try await directory.createAccount(configuration.newID(), provenAddress: provenAddress, name: name)
    }

    /// Somebody of those who run the platform, by a name for the audit chain: they may do what is granted to `.operator`, in each
    /// organization, and are a member of none. Whoever calls this has checked who asks. Throws `NameError`.
    public func `operator`(_ name: String) throws -> Principal {
        try Names.check(name, of: "an operator")
        return Principal(identity: .operator(name: name))
    }

    private func start(_ id: OrganizationID) async throws -> Tenant {
        try await requireActive(id)
        let time = ContinuousClock.now
        let tenant = Tenant(id, of: self)
        try await tenant.start()
        do {
            // It may have been suspended or deleted meanwhile.
            try await requireActive(id)
        } catch {
            await tenant.close()
            throw error
        }
        configuration.observer.observe(.opened(id, in: ContinuousClock.now - time))
        return keep(tenant)
    }

    /// Notes how the tenant started, for `description`.
    func keep(_ tenant: Tenant) -> Tenant {
        startTrees.withLock { $0[tenant.id] = tenant.startTree }
        return tenant
    }

    func requireActive(_ id: OrganizationID) async throws {
        switch try await directory.state(of: id) {
        case .active: return
        case .suspended: throw OrganizationError.suspended
        case .creating, .deleting, .deleted, nil: throw OrganizationError.unknown
        }
    }

    func path(of id: OrganizationID) -> String { "\(configuration.folder)/tenants/\(id).db" }

    /// A new one is in memory until it is saved.
    func file(of id: OrganizationID, isNew: Bool = false) -> DatabaseFile {
        DatabaseFile(
            path: path(of: id), of: "organization \(id)", storage: storage, schemas: modules.schemas,
            identity: id.description, access: .write, isDraft: isNew
        ) { [observer = configuration.observer] in observer.observe(.migrated(id, migrations: $0)) }
    }
}

extension Platform: CustomStringConvertible {
    /// The start-up as a tree, with milliseconds: the directory, and each organization that was started with its modules.
    public var description: String {
        let trees = startTrees.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { id, modules in
            ["├─ organization \(id)"] + modules.map { "   \($0)" }
        }
        let opening = "platform in \(configuration.folder): directory \(openingTime.withLock(\.inMilliseconds))"
        return ([opening] + trees).joined(separator: "\n")
    }
}
