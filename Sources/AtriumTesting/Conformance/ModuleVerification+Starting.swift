internal import Atrium

/// Starts that fail or are interrupted, in an organization that has people and did not have the module before.
extension ModuleVerification {
    /// How many commits of a start are interrupted, each once.
    private static var mostInterruptions: Int { 8 }

    /// Whether an organization opens at all.
    func openingFaults() async throws -> [String] {
        do {
            try await withStage(others + [module]) { stage in
                try await stage.restart()
                _ = try await stage.world()
            }
            return []
        } catch { return ["no organization opens with the module: \(error)"] }
    }

    func startFaults() async throws -> [String] {
        let (modules, isFailing) = (dependencies, Locked(true))
        let failing = InterposedModule(base: module) { if isFailing.withLock({ $0 }) { throw Refusal() } }
        let expected = try await start { stage in
            try await stage.restart(with: modules + [module])
            return true
        }
        guard let expected = try expected?.get() else { return [] }
        let failed = try await start { stage in
            try await stage.restart(with: modules + [failing])
            _ = try? await stage.world()
            isFailing.withLock { $0 = false }
            return true
        }
        var faults = Self.faults(
            of: failed, expecting: expected, after: "a start that failed after the module had started")
        for number in 1...Self.mostInterruptions {
            let interrupted = try await start { stage in
                try await stage.restart(with: modules + [module])
                stage.saboteur.crash(afterCommit: number)
                let isInterrupted = (try? await stage.world()) == nil
                stage.saboteur.revive()
                return isInterrupted
            }
            guard let interrupted else { break }
            faults += Self.faults(
                of: interrupted, expecting: expected, after: "a start that was interrupted after its commit \(number)")
        }
        return faults
    }

    /// The failure of a start after the module's own part.
    private struct Refusal: Error {}

    /// Starts the module in an organization that did not have it, after `before` has disturbed an earlier start. Returns the rows
    /// then, or the error of the start; `nil` if `before` found nothing to disturb.
    private func start(
        _ before: (VerificationStage<M>) async throws -> Bool
    ) async throws -> Result<ModuleRows, any Error>? {
        try await withStage(dependencies) { stage in
            guard try await before(stage) else { return nil }
            do { try await stage.world().settle() } catch { return .failure(error) }
            return .success(try await stage.rows().anonymous(stage.people.names))
        }
    }

    private static func faults(
        of start: Result<ModuleRows, any Error>?, expecting expected: ModuleRows, after what: String
    ) -> [String] {
        let advice =
            "Register onClose before anything that can fail, and let start find what an earlier one left"
        switch start {
        case .failure(let error): return ["after \(what), the next start threw: \(error). \(advice)"]
        case .success(let rows):
            return rows.difference(from: expected).map { ["after \(what), \($0). \(advice)"] } ?? []
        case nil: return []
        }
    }
}
