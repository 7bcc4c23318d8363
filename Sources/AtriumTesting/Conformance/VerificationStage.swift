internal import Atrium
internal import AtriumJournal

/// A platform for one check, which can be closed, read and opened again.
///
/// The organization in which the check works was created between two others, in which nobody does anything, unless it is alone.
final class VerificationStage<M: Module>: Sendable {
    let saboteur: UnitSaboteur
    let observer: FailureObserver
    let people: WorldPeople
    private let worker: OrganizationID
    private let idle: [OrganizationID]
    private let notes = Locked(ModuleWorld<M>.Notes())
    private let current: Locked<TemporaryPlatform>

    /// Makes the organizations and their people.
    init(
        _ test: TemporaryPlatform, _ saboteur: UnitSaboteur, _ observer: FailureObserver, isAlone: Bool
    ) async throws {
        (self.saboteur, self.observer, current) = (saboteur, observer, Locked(test))
        let first = isAlone ? nil : try await test.organization("first", founder: "founder@first.example")
        var foreigner = Principal.visitor
        if let first {
            foreigner = try await test.member("boss@first.example", roles: [Assignment(.administrator)], in: first)
        }
        let tenant = try await test.organization()
        people = try await WorldPeople(in: tenant, of: test, foreigner: foreigner)
        let last = isAlone ? nil : try await test.organization("last", founder: "founder@last.example")
        (worker, idle) = (tenant.id, [first, last].compactMap { $0?.id })
        notes.withLock { $0.samples = ["member": people.members, "team": ["\(people.north)", "\(people.south)"]] }
        try await test.settle()
    }

    var test: TemporaryPlatform { current.withLock { $0 } }

    /// The organization with its people. Opens it if it is closed.
    func world() async throws -> ModuleWorld<M> {
        let test = test
        return ModuleWorld(
            tenant: try await test.platform.tenant(worker), test: test, people: people, notes: notes, saboteur: saboteur
        )
    }

    /// Closes the platform and opens it again.
    func restart(with modules: [any Module]? = nil) async throws {
        let test = try await test.reopened(with: modules)
        current.withLock { $0 = test }
    }

    /// Opens all organizations, in the order of their creation.
    func openAll() async throws {
        for id in idle.prefix(1) + [worker] + idle.dropFirst() { _ = try await test.platform.tenant(id) }
    }

    func close() async { await test.platform.close() }

    /// The rows of the module in the organization of the check, without `hidden` columns. Closes the platform.
    func rows(hiding hidden: Set<String> = []) async throws -> ModuleRows {
        await close()
        return try await OrganizationFile(of: worker, in: test.folder).rows(of: M.id, hiding: hidden)
    }

    /// The rows of the module in the idle organizations. Closes the platform.
    func idleRows() async throws -> [ModuleRows] {
        await close()
        var rows: [ModuleRows] = []
        for id in idle { rows.append(try await OrganizationFile(of: id, in: test.folder).rows(of: M.id)) }
        return rows
    }

    /// Whether the module handles events after their commit. Closes the platform.
    func hasHandlers() async throws -> Bool {
        await close()
        return try await OrganizationFile(of: worker, in: test.folder).change { kernel in
            try kernel.first("SELECT 1 FROM kernel_subscription WHERE module = \(M.id.description)", as: Int.self)
                != nil
        }
    }

    /// The permissions of the units that wrote something in the organization. Closes the platform.
    func auditedPermissions() async throws -> Set<String> {
        await close()
        let payloads = try await OrganizationFile(of: worker, in: test.folder).change { kernel in
            try kernel.rows("SELECT payload FROM kernel_audit WHERE payload IS NOT NULL", as: String.self)
        }
        return Set(payloads.compactMap { AuditEntry.Content($0)?.permission })
    }

    /// Prepares the organization's file for a saboteur. Closes the platform and opens it again.
    func prepareSabotage() async throws {
        await close()
        try await UnitSaboteur.prepare(OrganizationFile(of: worker, in: test.folder))
        try await restart()
    }
}

extension ModuleVerification {
    /// Runs a check on a platform of its own with the given modules.
    func withStage<Value>(
        _ modules: [any Module], isAlone: Bool = true, _ body: (VerificationStage<M>) async throws -> Value
    ) async throws -> Value {
        let (saboteur, observer) = (UnitSaboteur(), FailureObserver())
        return try await withTemporaryPlatform(
            modules, seed: nextSeed(),
            configure: { configuration in
                configure(&configuration)
                configuration.observer = observer
                saboteur.attach(to: &configuration)
            }
        ) { test in
            let stage = try await VerificationStage<M>(test, saboteur, observer, isAlone: isAlone)
            do {
                let value = try await body(stage)
                await stage.close()
                return value
            } catch {
                await stage.close()
                throw error
            }
        }
    }
}
