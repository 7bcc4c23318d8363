package import AtriumDirectory
internal import AtriumJournal
public import Foundation

/// What a module gets of an organization when it starts. The module may keep it.
public struct TenantContext: Sendable {
    private let tenant: Tenant
    private let module: any Module.Type

    /// The organization's identity. Its settings are read in a unit of work (`work.organization()`).
    public let organization: OrganizationID
    /// The access to the organization's data, in this module's schema.
    public let store: Store
    /// The languages in which texts are known here.
    public var languages: Languages { tenant.languages }
    /// All permissions that are checked here, of the kernel and of the platform's modules.
    public var permissions: [Permission] { tenant.permissions }
    private let registration: Locked<StartedModule?>
    private let others: [StartedModule]

    /// `registration` has a value until the module's `start` has returned. `others` are the modules that have started before.
    init(
        tenant: Tenant, module: any Module.Type, of started: StartedModule, registration: Locked<StartedModule?>,
        beside others: [StartedModule]
    ) {
        (self.tenant, self.module, organization) = (tenant, module, tenant.id)
        (self.registration, self.others) = (registration, others)
        store = Store(tenant: tenant, life: started.life)
    }

    /// The service of a module that is listed in the dependencies.
    public func service<M: Module>(of other: M.Type) throws -> M.Service {
        try check()
        guard module.dependencies.contains(where: { $0.id == other.id }),
            let service = others.first(where: { $0.id == other.id })?.service as? M.Service
        else {
            throw ConfigurationError(faults: [
                "module '\(module.id)' asked for '\(other.id)' without listing it in dependencies; add \(other).self there"
            ])
        }
        return service
    }

    // MARK: - Registering

    // A module registers everything before its `start` returns. After that, registering throws `ConfigurationError`.

    /// Runs `react` in the transaction that publishes the event, in this module's schema: both are committed, or neither is.
    ///
    /// If a reaction throws, the whole unit fails. Reactions run in the order in which their modules started, in the name of
    /// the original principal.
    public func on<E: Event>(_ event: E.Type, react: @escaping @Sendable (E, UnitOfWork) throws -> Void) throws {
        try onBatch(of: event) { events, work in for event in events { try react(event, work) } }
    }

    /// Like ``on(_:react:)``, but runs once for all events of a `publish(contentsOf:)`. Use it for rows that summarize many
    /// events.
    public func onBatch<E: Event>(of event: E.Type, react: @escaping @Sendable ([E], UnitOfWork) throws -> Void) throws
    {
        try register("a reaction to \(E.self)") { module in
            module.reactions[ObjectIdentifier(event), default: []].append { events, work in
                if let events = events as? [E] { try react(events, work) }
            }
        }
    }

    /// Runs `handle` once for each event, after the commit that published it, as a unit of this module.
    ///
    /// Its writes take place exactly once, even after a crash: the module's position in the log of events is part of the unit.
    /// Events arrive in the order of publishing, and one commit may handle several of them. A new module begins with the events
    /// that are published after its start. While the module is missing from the program, events wait, without a time limit.
    /// While it is switched off, they are not kept: see ``catchUp(_:)``. If `handle` throws, everything that it wrote for this
    /// event is rolled back. The event is tried again like recurring work (``every(_:_:body:)``), and later events continue.
    ///
    /// The log stores an event under the name of its type. The name of a private type is different in each process, so private
    /// types are refused.
    public func after<E: Event & Codable>(
        _ event: E.Type, handle: @escaping @Sendable (E, UnitOfWork) throws -> Void
    ) throws {
        let name = UnitState.name(of: event)
        guard !name.contains("(unknown context") else {
            throw refusal("event \(name) is private; make it internal or public")
        }
        try register("a handler of \(E.self)") { module in
            module.handlers[name, default: []].append { payload, work in
                try handle(JSONDecoder().decode(E.self, from: Data(payload)), work)
            }
        }
    }

    /// Runs `body` once in each interval while `platform.run()` runs, even after a restart.
    ///
    /// The interval is one second to ten years. The name identifies the work in this module; it is one line of text. The first
    /// run is one interval from now, or earlier if a unit calls `work.wake(name)`. If `body` throws, or exceeds the platform's
    /// `workTimeout`, the failure is reported to the observer, and `body` is tried again after 1, 4, 16 seconds and so on, at
    /// most an hour. After ten failures in a row the work is parked: it is not tried again until somebody restarts it
    /// (`FailedJobs` of AtriumOperations).
    public func every(_ interval: Duration, _ name: StaticString, body: @escaping @Sendable () async throws -> Void)
        throws
    {
        let work = RecurringWork(
            module: module.id.description, name: name.description, interval: interval / .seconds(1))
        if let fault = RecurringWork.fault(of: work.name, every: interval) { throw refusal(fault) }
        let isTaken = try register("recurring work '\(name)'") { module in
            if module.recurrences.contains(where: { $0.work.job == work.job }) { return true }
            module.recurrences.append(StartedModule.Recurrence(work: work, body: body))
            return false
        }
        if isTaken { throw refusal("two pieces of recurring work are named '\(name)'; rename one") }
    }

    /// Offers a value to the modules that read the extension point.
    public func contribute<Value>(_ value: Value, to point: ExtensionPoint<Value>) throws {
        try register("a contribution to '\(point.name)'") { $0.contributions[point.name, default: []].append(value) }
    }

    /// Runs `body` if the organization may have changed without this module: the module is new here, or it was off or not
    /// installed for a time. The body makes up for what the module's reactions would have written.
    ///
    /// It runs after all modules have started, in the unit that makes the module work here, so no event falls between the two.
    /// In a new organization it does not run, because nothing can have happened there.
    public func catchUp(_ body: @escaping @Sendable (UnitOfWork) throws -> Void) throws {
        try register("a body to catch up") { $0.catchUps.append(body) }
    }

    /// Runs `body` when the module ends here: it is switched off, the organization closes, or the start failed after this call.
    /// The body that was registered last runs first.
    public func onClose(_ body: @escaping @Sendable () async -> Void) throws {
        try register("a body to run at the end") { $0.closers.append(body) }
    }

    private func register<Value>(_ what: String, _ change: (inout StartedModule) throws -> Value) throws -> Value {
        try registration.withLock { module in
            guard var open = module.take() else {
                throw refusal("it registered \(what) after its start had returned; register it in start")
            }
            defer { module = open }
            return try change(&open)
        }
    }

    private func check() throws {
        try tenant.checkIsOpen()
        try store.checkLife()
    }

    private func refusal(_ fault: String) -> ConfigurationError {
        ConfigurationError(faults: ["module '\(module.id)': \(fault)"])
    }

    // MARK: - Using

    /// The values that modules have contributed up to now, in the order in which the modules started.
    public func contributions<Value>(to point: ExtensionPoint<Value>) throws -> [Value] {
        try check()
        return tenant.contributions(to: point)
    }

    /// This module as a principal, for work that no person asked for: `tenant.system("sweep expired")`.
    ///
    /// It may do everything. Its units need no permission: `store.write(as: system) { … }`.
    public func system(_ reason: StaticString) -> SystemPrincipal {
        SystemPrincipal(module: module.id, reason: reason.description)
    }

    /// Reports an error to the platform's observer, if the work continues in spite of the error. The error must hold no
    /// personal data.
    public func report(_ error: any Error, in work: StaticString) {
        tenant.report(error, in: work.description, of: module.id.description)
    }

    /// The account of a signed-in person; `nil` if it does not exist.
    public func account(_ id: AccountID) async throws -> Account? {
        try check()
        return try await tenant.directory.account(id)
    }

    /// Creates an account for a person who has just proved, by a secret that was mailed to the address at `mailedAt`, that they
    /// read it. Throws `AccountError.addressTaken` if another account has the address, `addressFormer` if another account had
    /// it and has not released it, and `addressHandedOver` if it was released after the mail.
    public func createAccount(provenAddress: EmailAddress, mailedAt: Date, name: String) async throws -> AccountID {
        try check()
        return try await tenant.directory.createAccount(
            tenant.configuration.newID(), provenAddress: provenAddress, mailedAt: mailedAt, name: name)
    }

    /// The directory, for what a module has to note or to delete there.
    package var directory: OrganizationDirectory { tenant.directory }

    /// Rewrites the organization's file, so that no byte of what was deleted or replaced is left in it.
    package func scrub() async throws { try await tenant.file.scrub() }

    /// A new secret of 256 random bits.
    public func makeSecret() -> Secret { Secret(bytes: tenant.configuration.randomBytes(32)) }
}
