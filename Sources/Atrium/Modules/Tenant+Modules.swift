internal import AtriumJournal

/// Starts and ends the modules of one organization.
///
/// A module works here if it is chosen and if the modules that it needs work here. What changes is one commit, which no other
/// write shares: it has the rows that mirror the modules (``Reconciliation``), and what the new modules catch up on.
/// Writes wait for this commit, but not for the starts of the modules before it. Reads do not wait. So a unit runs either with
/// all reactions of a module or with none, and a module that begins to work has missed no event.
extension Tenant {
    /// Brings the modules that work here in line with the code and the choices. If a module does not start, nothing changes,
    /// unless the module is optional. With `hasTurn`, the caller is already in the queue of ``switching``.
    package func settleModules(
        _ change: ModuleChange? = nil, as principal: Principal = .kernel, hasTurn: Bool = false
    ) async throws {
        if !hasTurn { return try await switching.run { try await settleModules(change, as: principal, hasTurn: true) } }
        var failed: Set<ModuleID> = []
        while true {
            do { return try await settle(change, as: principal, without: failed) } catch let error as ModuleStartError {
                let isOptional = configuration.optionalModules.contains { $0.id == error.module }
                guard isOptional, isOpenNow, failed.insert(error.module).inserted else { throw error }
                report(error.cause, in: "start", of: error.module.description)
            }
        }
    }

    private func settle(
        _ change: ModuleChange?, as principal: Principal, without failed: Set<ModuleID>
    ) async throws {
        let (former, isOpening) = registry.withLock { $0.isComplete ? ($0.modules, false) : ([], true) }
        let permission = change?.permission ?? .system
        var stored = try await store.read(as: principal, permission) { try StoredModules($0.tables) }
        if let change { stored.apply(change) }
        let featureSet = try moduleSet.featureSet(stored.featureSet ?? featureSet??.name ?? "")
        registry.withLock { $0.subscribedEvents = stored.subscribedEvents }
        let absent = stored.leftOut.filter { stored.isOn($0, isIncluded: featureSet.includes($0)) }
        if !absent.isEmpty { try await file.include(Set(absent.map(\.description))) }
        // A feature set may configure every module differently.
        var next = ModuleLineup(keeping: change?.featureSet == nil ? former : [], of: stored)
        do {
            try await lineUp(&next, stored, featureSet, without: failed)
            let line = next
            try await writing.exclusive {
                let before = try registry.withLock { registry in
                    let before = registry
                    try registry.install(line, beside: configuration.roles)
                    return before
                }
                do { try await writeRows(change, line, stored, isOpening: isOpening, as: principal) } catch {
                    registry.withLock { $0 = before }
                    throw error
                }
                for module in former where !line.keeps(module) { module.life.end() }
            }
        } catch {
            for module in next.started.reversed() {
                module.life.end()
                await module.close()
            }
            registry.withLock { $0.replaceModules(by: former) }
            throw error
        }
        for module in former.reversed() where !next.keeps(module) { await module.close() }
        if !isOpening { deliveries.start(deliver) }
    }

    /// Starts the modules that ought to work here and do not work yet.
    private func lineUp(
        _ line: inout ModuleLineup, _ stored: StoredModules, _ featureSet: FeatureSet?, without failed: Set<ModuleID>
    ) async throws {
        for module in moduleSet.modules(in: featureSet) {
            let type = type(of: module)
            let missing = type.dependencies.map { $0.id }.filter { line.states[$0] != .on }
            if !stored.isOn(type.id, isIncluded: featureSet.includes(type.id)) {
                line.states[type.id] = .off
            } else if failed.contains(type.id) {
                line.states[type.id] = .failed
            } else if !missing.isEmpty {
                line.states[type.id] = .waiting(for: missing)
            } else {
                if !line.keep(type.id) { try await start(module, in: &line) }
                line.states[type.id] = .on
            }
        }
        for id in stored.modules.keys where line.states[id] == nil { line.states[id] = .missing }
    }

    private func start<M: Module>(_ module: M, in line: inout ModuleLineup) async throws {
        let (time, started) = (ContinuousClock.now, StartedModule(M.self))
        let registration = Locked<StartedModule?>(started)
        let context = TenantContext(
            tenant: self, module: M.self, of: started, registration: registration, beside: line.modules)
        let service: M.Service
        do {
            if let refusal = file.refusals[M.id.description] { throw refusal }
            service = try await module.start(in: context)
        } catch {
            line.add(registration.withLock { $0.take() } ?? started)
            throw ModuleStartError(module: M.id, cause: error)
        }
        guard var started = registration.withLock({ $0.take() }) else { return }
        started.service = service
        line.add(started)
        // Nobody else uses an organization that is opening, so the reactions can already run for what later starts publish.
        registry.withLock { if !$0.isComplete { $0.add(started) } }
        let duration = (ContinuousClock.now - time).inMilliseconds
        measured.withLock { $0.append("├─ \(M.id) \(duration)") }
    }

    /// Writes what changes in the file, if something does.
    private func writeRows(
        _ change: ModuleChange?, _ line: ModuleLineup, _ stored: StoredModules, isOpening: Bool, as principal: Principal
    ) async throws {
        let reconciliation = Reconciliation(
            stored: stored, states: line.states, working: line.modules.map(\.registrations),
            exclusions: registry.withLock(\.roles).mapValues(\.exclusions),
            kernelWork: kernelWork.map(\.work), now: try configuration.time(), isOpening: isOpening)
        let rows = try await file.read { try reconciliation.changes($0.kernel) }
        let isNew = isOpening && stored.featureSet == nil
        let behind = line.modules.filter { module in
            !isNew && !module.catchUps.isEmpty && stored.modules[module.id]?.isCurrent != true
        }
        if change == nil, rows.isEmpty, behind.isEmpty { return }
        do {
            let (_, indexChange, _) = try await commit(as: principal, isAlone: true) { unit in
                for row in rows { try unit.kernel.run(row) }
                try change.map { try unit.carryOut($0) }
                for module in behind { try unit.catchUp(module) }
                if change != nil || !behind.isEmpty { try unit.audit(change?.permission ?? .system, .organization) }
            }
            await index.follow(indexChange)
        } catch let error as DatabaseError where error.kind == .outcomeUnknown || error.kind == .lost {
            // The rows tell whether the unit took place.
            guard try await file.read({ try reconciliation.changes($0.kernel).isEmpty }) else { throw error }
        }
        let events = try await file.read { Set(try EventLog($0.kernel).subscriptions().map(\.event)) }
        registry.withLock { $0.subscribedEvents = events }
    }

    var recurrences: [StartedModule.Recurrence] { kernelWork + registry.withLock(\.modules).flatMap(\.recurrences) }

    /// If a module has failed, the kernel has recurring work, which starts the module again.
    private var kernelWork: [StartedModule.Recurrence] {
        guard moduleStates.values.contains(.failed) else { return [] }
        let work = RecurringWork(module: "kernel", name: "start modules", interval: 300)
        return [.init(work: work) { [self] in try await settleModules() }]
    }

    /// What the modules that work here registered, in the order in which they start.
    package var registrations: [ModuleRegistrations] { registry.withLock(\.modules).map(\.registrations) }

    /// The state of each module of the platform, and of each that stored something here.
    package var moduleStates: [ModuleID: ModuleState] { registry.withLock(\.states) }

    func stateError(of module: ModuleID) -> ModuleError {
        ModuleError(module, moduleStates[module] ?? .missing)
    }
}

extension UnitState {
    fileprivate func carryOut(_ change: ModuleChange) throws {
        try Access(unit: self, principal: principal).require(change.permission, in: .organization)
        subject = change.subject
    }

    fileprivate func catchUp(_ module: StartedModule) throws {
        do { try nested(as: module.owner) { work in for body in module.catchUps { try body(work) } } } catch {
            throw ModuleStartError(module: module.id, cause: error)
        }
        if let failure { throw failure }
    }
}
