/// A platform: a data folder with the directory, the organizations' files, and the modules that use them.
///
/// It belongs to the integrator's process, which decides who may call it. What happens inside an organization goes through its
/// ``Tenant``, in the name of a ``Principal``.
public final class Platform: Sendable {
    package let configuration: PlatformConfiguration
    package let modules: ModuleSet
    /// The modules that belong to the platform itself.
    package let platformModules: ModuleSet
    /// The id of the system tenant, after it is known.
    let systemID: Locked<OrganizationID?>
    /// The languages in which texts are known.
    public let languages: Languages
    let storage: Storage
    private let lock: FolderLock
    package let directory: OrganizationDirectory
    /// Limits how many new, unsaved organizations are in memory.
    let provisioning: AsyncSemaphore
    package let closureReasons = ClosureReasons<any Organization>()
    /// Runs the changes of an organization's state one after another.
    package let changes = KeyedLock<OrganizationID>()
    /// One task at a time opens the file of an organization.
    package let opening = KeyedLock<OrganizationID>()
    /// The organizations that are open or opening; `nil` after the platform has begun to close.
    package let tenants = Locked<[OrganizationID: Task<Tenant, any Error>]?>([:])
    private let closing = RunOnce()
    let startTree = StartTree<OrganizationID>()

    /// Opens a folder with modules. Throws one `ConfigurationError` with everything that is wrong with configuration and
    /// modules. A folder that another process has open throws `DatabaseError` of kind `busy`. A folder whose directory is lost,
    /// or belongs to another folder, throws `DirectoryError`.
    ///
    /// `platformModules` belong to the platform, and to no organization: they work in the ``systemTenant``, which has a file of
    /// its own beside the directory. If one of them does not start, throws `ModuleStartError`.
    ///
    /// The first platform of a process turns off SQLite's memory statistics, and with them its heap limits
    /// (https://sqlite.org/c3ref/hard_heap_limit64.html), unless SQLite is already in use. So open the platform before other
    /// threads use SQLite.
    public static func open(
        _ configuration: PlatformConfiguration, modules: [any Module], platformModules: [any Module] = []
    ) async throws -> Platform {
        let platform = try Platform(
            configuration, ModuleSet(modules, for: configuration),
            platformModules: ModuleSet(platformModules, for: configuration, isOfPlatform: true))
        do {
            let time = try await ContinuousClock().measure {
                let files = try organizationFiles(in: platform.configuration.folder)
                try await platform.directory.open(for: platform.modulesDescription, organizationFiles: files)
                try await platform.noteSystemTenant()
                try await platform.recover()
            }
            for found in try await platform.discrepancies() { configuration.observer.observe(.discrepancy(found)) }
            platform.startTree.noteOpening(time)
            try await platform.openSystemTenant()
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

    /// If `mayBeLost` is true, a directory is created even if organizations' files exist.
    package init(
        _ configuration: PlatformConfiguration, _ modules: ModuleSet, platformModules: ModuleSet,
        mayBeLost: Bool = false
    ) throws {
        try Files.createFolder(configuration.folder)
        var configuration = configuration
        configuration.folder = try Files.resolved(configuration.folder)
        (self.configuration, self.modules, self.platformModules) = (configuration, modules, platformModules)
        systemID = Locked(try Self.systemFile(in: configuration.folder))
        let phrases = (modules.modules + platformModules.modules).flatMap { type(of: $0).phrases }
        languages = try Languages(phrases + configuration.phrases).checked()
        lock = try FolderLock(configuration.folder)
        let folders = [configuration.folder, configuration.folder + "/tenants"]
        try Files.createFolder(folders[1])
        // Other users' access may be intended, for example for a group that makes backups. So the mode is reported and not
        // changed.
        for folder in folders {
            guard let mode = Files.modeForOthers(of: folder) else { continue }
            configuration.observer.observe(.folderAccessible(path: folder, mode: mode))
        }
        // One more file, because the directory is a file too.
        let (files, descriptors) = Descriptors.room(for: configuration.openFiles + 1)
        if files <= configuration.openFiles {
            configuration.observer.observe(
                .openFilesLimited(to: files - 1, wanted: configuration.openFiles, descriptors: descriptors))
        }
        storage = Storage(
            settings: ConnectionSettings(statementTimeout: configuration.statementTimeout, vfs: configuration.vfs),
            inlineReadLimit: configuration.inlineReadLimit, openFiles: files,
            writerThreads: configuration.writerThreads, readerThreads: configuration.readerThreads, lock: lock)
        provisioning = AsyncSemaphore(configuration.workers)
        directory = try OrganizationDirectory(
            in: configuration.folder, storage: storage, now: configuration.time,
            formerSlugLifetime: configuration.formerSlugLifetime,
            mayBeNew: mayBeLost || Self.organizationFiles(in: configuration.folder).isEmpty
        ) { [observer = configuration.observer] in observer.observe(.migrated(nil, migrations: $0)) }
    }

    /// Closes every organization after its running units, then the directory. When it returns, everything is closed, even if
    /// another caller began the closing.
    public func close() async { await closing.run(closeOnce) }

    @Sendable private func closeOnce() async {
        closureReasons.closePlatform()
        for tenant in (tenants.withLock { $0.take() } ?? [:]).values { try? await tenant.value.close() }
        await directory.close()
        storage.stop()
        lock.release()
    }

    // MARK: - Looking up

    /// The organization with a slug. Throws `OrganizationError`. If the slug is a former one that is still kept, the error is
    /// `moved(to:)` with the current slug.
    public func tenant(_ slug: String) async throws -> Tenant { try await tenant(directory.organization(slug)) }

    /// The organization with an id, with its modules started. Throws `OrganizationError`. While the organization is being
    /// created, the call waits for that. If the creation fails, the call throws its error.
    public func tenant(_ id: OrganizationID) async throws -> Tenant { try await tenant(id, make: start) }

    /// The organization if it is open or opening; otherwise `make` opens it. All callers, and ``close()``, wait for the same
    /// opening. Cancelling a caller does not stop the opening.
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

    /// The organization to which a token belongs, such as a token of an invitation or of opting out. Throws
    /// `OrganizationError.unknown` for a text that is no token. Show people the same page as for a token that is not valid.
    public func tenant(ofToken token: String) async throws -> Tenant {
        let name = Substring(token.utf8.prefix { $0 != UInt8(ascii: ".") })
        guard let id = OrganizationID(name) else { throw OrganizationError.unknown }
        return try await tenant(id)
    }

    /// The types of the modules, in the order in which they start.
    public var moduleTypes: [any Module.Type] { modules.types }

    /// The organizations that a person may enter, by name.
    public func organizations(of account: AccountID) async throws -> [OrganizationLink] {
        try await directory.links(of: account)
    }

    /// One page of all organizations, for the people who run the platform. They are ordered by id, which is the order of their
    /// creation, to the millisecond.
    public func organizations(_ query: OrganizationQuery = OrganizationQuery()) async throws -> OrganizationPage {
        try await directory.page(query)
    }

    /// The account that has a proven address now. A former address leads to no account.
    public func account(_ address: EmailAddress) async throws -> AccountID? {
        try await directory.account(address: address)
    }

    /// An account with its name and addresses; `nil` if no account has the id.
    public func account(_ id: AccountID) async throws -> Account? { try await directory.account(id) }

    /// Creates an account for a person who has proved to the integrator that they read the address. Throws
    /// `AccountError.addressTaken` if an account has the address, and `addressFormer` if an account had it before and has not
    /// released it.
    public func createAccount(provenAddress: EmailAddress, name: String) async throws -> AccountID {
        try await directory.createAccount(configuration.newID(), provenAddress: provenAddress, name: name)
    }

    /// The principal of a person who runs the platform. The audit chain shows the name. The principal may do what is granted to
    /// `.operator`, in each organization, and is a member of none. The caller must check who the person is before this call.
    /// Throws `NameError`.
    public func `operator`(_ name: String) throws -> Principal {
        try Names.check(name, of: "an operator")
        return Principal(identity: .operator(name: name))
    }

    private func start(_ id: OrganizationID) async throws -> Tenant {
        try await requireActive(id)
        let time = ContinuousClock.now
        let tenant = Tenant(id, of: self)
        try await opening.run(id) { try await tenant.start() }
        do {
            // The organization may have been suspended or deleted during its start.
            try await requireActive(id)
        } catch {
            await tenant.close()
            throw error
        }
        configuration.observer.observe(.opened(id, in: ContinuousClock.now - time))
        startTree.note(id, tenant.startTree)
        return tenant
    }

    package func requireActive(_ id: OrganizationID) async throws {
        switch try await directory.state(of: id) {
        case .active: return
        case .suspended: throw OrganizationError.suspended
        case .creating, .deleting, .deleted, nil: throw OrganizationError.unknown
        }
    }

    /// The file of an organization; a new one is in memory until it is saved.
    package func file(of id: OrganizationID, newWith featureSet: FeatureSet?? = nil) -> DatabaseFile {
        let modules = modules(of: id)
        return DatabaseFile(
            path: path(of: id), of: "organization \(id)", storage: storage, schemas: modules.schemas,
            identity: id.description, access: .write, draft: featureSet.map(modules.schemas(of:))
        ) { [observer = configuration.observer] in observer.observe(.migrated(id, migrations: $0)) }
    }
}

extension Platform: CustomStringConvertible {
    /// The start as a tree, with times in milliseconds: the directory, and each started organization with its modules.
    public var description: String {
        startTree.text("platform in \(configuration.folder): directory", kind: "organization")
    }
}
