internal import Atrium
internal import AtriumOperations
internal import AtriumStorage

/// The module is switched off and on again, and purged.
extension ModuleVerification {
    /// Compares the rows after acts that took place while the module was off with the rows after the same acts while it worked.
    func absenceFaults() async throws -> [String] {
        let expected = try await rows(isAway: false)
        let rows = try await rows(isAway: true)
        guard let difference = rows.difference(from: expected) else { return [] }
        return [
            "after the module was off for a time, \(difference). Register with catchUp what makes up for what its reactions missed, "
                + "or name the table in notCaughtUp"
        ]
    }

    /// What happens to those whom scenarios mostly are about.
    private static var furtherActs: [(name: String, act: @Sendable (ModuleWorld<M>) async throws -> Void)] {
        [
            ("Ada is deactivated", { try await $0.tenant.members.deactivate($0.ada.id, as: $0.administrator) }),
            ("Ada is reactivated", { try await $0.tenant.members.reactivate($0.ada.id, as: $0.administrator) }),
            ("North is archived", { try await $0.tenant.teams.archive($0.north, as: $0.administrator) }),
            ("Ada is removed", { try await $0.tenant.members.remove($0.ada.id, as: $0.administrator) }),
        ]
    }

    private func rows(isAway: Bool) async throws -> ModuleRows {
        try await withStage(others + [module]) { stage in
            let world = try await stage.world()
            try await scenario?(world)
            try await world.settle()
            if isAway { try await world.switchModule(on: false) }
            for (_, act) in Self.acts + Self.furtherActs {
                // A module may refuse an act.
                try? await act(world)
                try await world.settle()
            }
            if isAway { try await world.switchModule(on: true) }
            try await world.settle()
            return try await stage.rows().anonymous(stage.people.names).without(notCaughtUp)
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
