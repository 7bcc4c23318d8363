internal import Atrium

/// The checks of one module.
struct ModuleVerification<M: Module>: Sendable {
    let module: M
    /// The modules that the author passed.
    let others: [any Module]
    let roles: [any Role]
    let olderRows: [(migration: String, rows: [SQL])]
    let operations: [ModuleOperation<M>]
    let notCaughtUp: Set<String>
    let acts: KeyValuePairs<String, @Sendable (ModuleWorld<M>) async throws -> Void>
    let scenario: (@Sendable (ModuleWorld<M>) async throws -> Void)?
    private let seed = Locked<UInt64>(0)

    init(
        module: M, others: [any Module], roles: [any Role], olderRows: [(migration: String, rows: [SQL])],
        operations: [ModuleOperation<M>], notCaughtUp: Set<String>,
        acts: KeyValuePairs<String, @Sendable (ModuleWorld<M>) async throws -> Void>,
        scenario: (@Sendable (ModuleWorld<M>) async throws -> Void)?
    ) {
        (self.module, self.others, self.roles, self.olderRows) = (module, others, roles, olderRows)
        (self.operations, self.notCaughtUp) = (operations, notCaughtUp)
        (self.acts, self.scenario) = (acts, scenario)
    }

    /// Each platform has other identities: what a module keeps in memory of one must not disturb the next check.
    func nextSeed() -> UInt64 {
        seed.withLock { seed in
            seed += 1
            return seed
        }
    }

    /// The modules that are needed, directly or by others that are.
    var dependencies: [any Module] {
        let needed = Self.closure(of: M.dependencies)
        return others.filter { needed.contains(type(of: $0).id) }
    }

    /// All faults. A check that cannot run, because an earlier one failed, is left out.
    func faults() async -> [ConformanceFault] {
        var faults = await run(.schema, schemaFaults)
        guard faults.isEmpty else { return faults }
        faults += await run(.dependencies, dependencyFaults)
        faults += await run(.personalData) { try await PersonalDataCheck.faults(of: [M.self]) }
        faults += await run(.languages) { languageFaults() }
        guard !faults.contains(where: { $0.rule == .dependencies }) else { return faults }
        let opening = await run(.start, openingFaults)
        guard opening.isEmpty else { return faults + opening }
        faults += await run(.start, startFaults)
        faults += await useFaults()
        faults += await run(.repetition, reactionFaults)
        // What earlier checks found would be found again.
        if faults.isEmpty {
            faults += await run(.absence, absenceFaults)
            faults += await run(.purge, purgeFaults)
        }
        if !operations.isEmpty { faults += await run(.permissions, operationFaults) }
        return faults
    }

    /// Runs one check. An error of the check itself is a fault too.
    func run(_ rule: ConformanceRule, _ check: () async throws -> [String]) async -> [ConformanceFault] {
        do { return try await check().map { ConformanceFault(rule: rule, advice: $0) } } catch {
            return [ConformanceFault(rule: rule, advice: "this check ended with an error: \(error)")]
        }
    }

    // MARK: - Dependencies

    private func dependencyFaults() async throws -> [String] {
        let given = Set(others.map { type(of: $0).id })
        let missing = Self.closure(of: M.dependencies).subtracting(given).map(\.description).sorted()
        guard missing.isEmpty else {
            let names = missing.joined(separator: "', '")
            return ["'\(M.id)' needs '\(names)', which the call does not pass; name it in verifyModule(…, with: […])"]
        }
        do {
            _ = try await withTemporaryPlatform(dependencies + [module], configure: configure) { test in
                try await test.organization()
            }
            return []
        } catch let error as ModuleStartError {
            guard error.module == M.id, let cause = error.cause as? ConfigurationError else { return [] }
            return cause.faults
        } catch let error as ConfigurationError { return error.faults }
    }

    private static func closure(of types: [any Module.Type]) -> Set<ModuleID> {
        types.reduce(into: []) { $0.formUnion([$1.id] + closure(of: $1.dependencies)) }
    }

    /// What platforms of checks have in common.
    func configure(_ configuration: inout PlatformConfiguration) {
        configuration.roles = roles
        configuration.observer = FailureObserver()
    }
}

/// Keeps the failures of work in the background.
final class FailureObserver: Observer {
    private let seen = Locked<[(module: String, text: String)]>([])

    func observe(_ event: TelemetryEvent) {
        if case .workFailed(_, let module, let work, let error) = event {
            seen.withLock { $0.append((module, "'\(work)' failed: \(error)")) }
        }
    }

    /// The failures of a module's work, each once.
    func failures(of module: ModuleID) -> [String] {
        Set(seen.withLock { $0 }.filter { $0.module == module.description }.map(\.text)).sorted()
    }
}
