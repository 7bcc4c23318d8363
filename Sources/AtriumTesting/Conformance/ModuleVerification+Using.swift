internal import Atrium
internal import AtriumSurfaces

/// What the scenario leaves: in the organization, in others, and after a restart.
extension ModuleVerification {
    func useFaults() async -> [ConformanceFault] {
        do { return try await withStage(others + [module], isAlone: false, useFaults) } catch {
            return [ConformanceFault(rule: .scenario, advice: "this check ended with an error: \(error)")]
        }
    }

    private func useFaults(on stage: VerificationStage<M>) async throws -> [ConformanceFault] {
        let before = try await stage.idleRows()
        try await stage.restart()
        try await stage.openAll()
        let world = try await stage.world()
        let start = world.test.clock.now
        do {
            try await scenario?(world)
            try await world.settle()
        } catch { return [ConformanceFault(rule: .scenario, advice: "it threw: \(error)")] }
        var faults = await run(.scenario) {
            stage.observer.failures(of: M.id).map { "\($0). Work in the background must not fail" }
        }
        let kept = await readings(in: world)
        let rows = try await stage.rows()
        let after = try await stage.idleRows()
        let hasMoved = world.test.clock.now != start
        faults += await run(.isolation) {
            let own = rows.identities.union(stage.people.members)
            return zip(before, after).compactMap { Self.intrusion($0, $1, of: own, isExact: !hasMoved) }
        }
        faults += await run(.restart) { try await restartFaults(on: stage, expecting: rows, kept) }
        if scenario != nil {
            faults += await run(.permissions) { try await unneededPermissions(on: stage) }
            if try await stage.hasHandlers() {
                let expected = rows.anonymous(stage.people.names)
                faults += await run(.repetition) { try await handlerFaults(expecting: expected) }
            }
            if let provider = M.self as? any SurfaceProvider.Type, !provider.surfaces.isEmpty {
                faults += await run(.surfaces) { try await surfaceFaults(on: stage) }
            }
        }
        return faults
    }

    // MARK: - Isolation

    /// What the work in one organization left in another one. The work that became due there counts only if time has passed.
    private static func intrusion(
        _ before: ModuleRows, _ after: ModuleRows, of own: Set<String>, isExact: Bool
    ) -> String? {
        let advice =
            "Keep the store and the data of an organization in its service: start(in:) makes one for each organization"
        if isExact, let difference = after.difference(from: before) {
            return "while the scenario ran in one organization, in another one \(difference). \(advice)"
        }
        guard let identity = after.identities.subtracting(before.identities).intersection(own).min() else { return nil }
        return "while the scenario ran in one organization, its identity \(identity) came into another one. \(advice)"
    }

    // MARK: - Restarting

    private func readings(in world: ModuleWorld<M>) async -> [(name: String, text: String)] {
        var readings: [(String, String)] = []
        for (name, read) in world.notes.withLock(\.kept) {
            do { readings.append((name, try await read(world))) } catch {
                readings.append((name, "the error \(error)"))
            }
        }
        return readings
    }

    private func restartFaults(
        on stage: VerificationStage<M>, expecting rows: ModuleRows, _ kept: [(name: String, text: String)]
    ) async throws -> [String] {
        try await stage.restart()
        let world = try await stage.world()
        try await world.settle()
        let again = await readings(in: world)
        var faults = zip(kept, again).filter { $0.text != $1.text }.map { first, second in
            "after a restart, '\(first.name)' reads \(second.text) instead of \(first.text). Write it to a table"
        }
        if let difference = try await stage.rows().difference(from: rows) {
            faults.append(
                "after a restart, \(difference). A start must leave the rows as they are. What the module missed belongs into catchUp"
            )
        }
        return faults
    }

    // MARK: - Permissions

    /// The permissions that the module declares, and that nothing needed.
    private func unneededPermissions(on stage: VerificationStage<M>) async throws -> [String] {
        func needed<S: Surface>(by surface: S.Type) -> [Permission] { surface.needs.permissions }
        let surfaces = (M.self as? any SurfaceProvider.Type)?.surfaces ?? []
        let named = operations.map(\.permission.id) + surfaces.flatMap { needed(by: $0).map(\.id) }
        let unneeded = try await Set(M.permissions.map(\.id)).subtracting(named).subtracting(stage.auditedPermissions())
        return unneeded.sorted().map {
            "'\($0)' is declared, but no operation or surface needs it, and no unit of the scenario wrote with it; add an "
                + "operation that needs it to verifyModule(…, operations: […]), or remove it from permissions of '\(M.id)'"
        }
    }

    // MARK: - Surfaces

    private func surfaceFaults(on stage: VerificationStage<M>) async throws -> [String] {
        try await stage.restart()
        let world = try await stage.world()
        var (samples, file) = world.notes.withLock { ($0.samples, $0.file) }
        samples["kernel/members"] = samples["kernel/members"] ?? samples["member"]
        samples["kernel/teams"] = samples["kernel/teams"] ?? samples["team"]
        let check = SurfaceCheck(
            of: world.test.platform, in: world.tenant, module: M.id, samples: samples, file: file)
        return try await check.faults(
            as: [
                "visitor": .visitor, "member": world.ada, "supervisor": world.supervisor, "manager": world.manager,
                "administrator": world.administrator, "operator": world.operator,
            ], now: world.test.clock.now)
    }

    /// The texts of the surfaces that are not translated. A language in which only a document is translated, such as a
    /// certificate, needs no surfaces.
    func languageFaults() -> [String] {
        let words = SurfaceCatalogue([M.self]).wordsBySurface().filter { $0.path.hasPrefix("\(M.id)/") }
        let keys = Set(words.flatMap(\.words).filter { $0.verbatim == nil }.map(\.key))
        func keysOfPhrases(_ phrases: [Phrases], in language: String) -> Set<String> {
            phrases.filter { $0.language == language }.reduce(into: []) { $0.formUnion($1.keys) }
        }
        let shared = dependencies.flatMap { type(of: $0).phrases } + SurfacePhrases.all
        return Set(M.phrases.map(\.language)).sorted().flatMap { language -> [String] in
            let own = keysOfPhrases(M.phrases, in: language)
            let missing = keys.subtracting(own).subtracting(keysOfPhrases(shared, in: language))
            guard missing.count * 2 < keys.count else { return [] }
            return missing.sorted().map { "'\($0)' has no phrase in '\(language)'; add one to the module's phrases" }
        }
    }
}
