internal import Atrium
internal import AtriumOperations
internal import AtriumStorage

/// The module is switched off and on again, and purged.
extension ModuleVerification {
    /// Compares the rows after acts that took place while the module was off with the rows after the same acts while it worked.
    func absenceFaults() async throws -> [String] {
        for history in histories {
            let expected = try await rows(after: history, isAway: false)
            let rows = try await rows(after: history, isAway: true)
            guard let difference = rows.difference(from: expected) else { continue }
            let missed = history.acts[history.away].map(\.name).joined(separator: ", ")
            return [
                "after the module was off (meanwhile: \(missed)), \(difference). Register with catchUp what makes up for what its "
                    + "reactions missed, or name the table or the column in notCaughtUp"
            ]
        }
        return []
    }

    /// Acts in their order, and the ones at which the module is off.
    private struct History {
        let acts: [(name: String, act: @Sendable (ModuleWorld<M>) async throws -> Void)]
        let away: Range<Int>
    }

    /// All acts while the module is off, and histories by chance, during a part of which it is off: some acts in their order, so
    /// that acts which need each other take place, or some in another order. The histories are the same in each run.
    private var histories: [History] {
        let all = acts.map { ($0.key, $0.value) } + Self.acts + Self.furtherActs
        let random = (1...Self.randomHistories).map { seed in
            var chance = SeededGenerator(seed: UInt64(seed))
            let some = all.filter { _ in Bool.random(using: &chance) || Bool.random(using: &chance) }
            let isInOrder = !seed.isMultiple(of: 2)
            let acts =
                isInOrder ? some : Array(all.shuffled(using: &chance).prefix(Int.random(in: 2...10, using: &chance)))
            let start = Int.random(in: 0..<acts.count, using: &chance)
            return History(acts: acts, away: start..<Int.random(in: start + 1...acts.count, using: &chance))
        }
        return [History(acts: all, away: all.indices)] + random
    }

    private static var randomHistories: Int { 1 }

    /// What happens to those whom scenarios mostly are about.
    private static var furtherActs: [(name: String, act: @Sendable (ModuleWorld<M>) async throws -> Void)] {
        [
            ("Ada is deactivated", { try await $0.tenant.members.deactivate($0.ada.id, as: $0.administrator) }),
            ("Ada is reactivated", { try await $0.tenant.members.reactivate($0.ada.id, as: $0.administrator) }),
            ("Ada leaves North", { try await $0.tenant.teams.remove($0.ada.id, from: $0.north, as: $0.administrator) }),
            ("North is archived", { try await $0.tenant.teams.archive($0.north, as: $0.administrator) }),
            ("Ada is removed", { try await $0.tenant.members.remove($0.ada.id, as: $0.administrator) }),
        ]
    }

    private func rows(after history: History, isAway: Bool) async throws -> ModuleRows {
        try await withStage(others + [module]) { stage in
            let world = try await stage.world()
            try await scenario?(world)
            try await world.settle()
            for (number, act) in history.acts.enumerated() {
                if isAway, number == history.away.lowerBound { try await world.switchModule(on: false) }
                // A module may refuse an act.
                try? await act.act(world)
                try await world.settle()
                if isAway, number == history.away.upperBound - 1 { try await world.switchModule(on: true) }
            }
            try await world.settle()
            return try await stage.rows(hiding: notCaughtUp).anonymous(stage.people.names).without(notCaughtUp)
        }
    }

    /// What is left after the module was switched off and purged, and whether it works again afterwards.
    func purgeFaults() async throws -> [String] {
        try await withStage(others + [module]) { stage in
            let world = try await stage.world()
            try await scenario?(world)
            try await world.settle()
            try await world.switchModule(on: false)
            try await world.tenant.modules.purge(M.id, as: world.test.platform.operator("verifyModule"))
            let left = try await world.tenant.store.read(as: .kernel("look"), .system) { work in
                try work.tables.kernel.rows(
                    """
                    SELECT name FROM sqlite_schema WHERE tbl_name LIKE \("\(M.id)|_%") ESCAPE '|'
                    UNION ALL SELECT 'the job ' || name FROM kernel_job WHERE module = \(M.id.description)
                    UNION ALL SELECT 'the subscription to ' || event FROM kernel_subscription
                        WHERE module = \(M.id.description)
                    """, as: String.self)
            }
            var faults = left.map { "\($0) is left after a purge. Name everything in the schema with the module's id" }
            do {
                try await world.switchModule(on: true)
                try await world.settle()
            } catch { faults.append("after a purge, the module does not start again: \(error)") }
            return faults
        }
    }
}

extension ModuleWorld {
    /// Switches the module on or off, as an operator does. Modules that need it end and begin with it.
    func switchModule(on isOn: Bool) async throws {
        let grace = try test.platform.operator("verifyModule")
        try await tenant.modules.carryOut(tenant.modules.plan([M.id: isOn], as: grace), as: grace)
    }
}
