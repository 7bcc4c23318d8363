internal import Atrium

/// Units that fail at their end and run again, and handlers across a crash.
extension ModuleVerification {
    private static var advice: String {
        "Bodies, reactions and handlers may run again: write only through the unit, and keep nothing of it in memory"
    }

    /// What happens to a member and a team, in the order of the acts. The module may react to it.
    static var acts: [(name: String, act: @Sendable (ModuleWorld<M>) async throws -> Void)] {
        [
            (
                "a member joins",
                { _ = try await $0.test.member("eve@acme.example", name: "Eve", teams: [$0.north], in: $0.tenant) }
            ),
            ("a member joins a team", { try await $0.tenant.teams.add($0.bob.id, to: $0.north, as: $0.administrator) }),
            (
                "a role is granted",
                { try await $0.tenant.roles.grant(Assignment(.manager), to: $0.bob.id, as: $0.administrator) }
            ),
            (
                "a role is revoked",
                { try await $0.tenant.roles.revoke(Assignment(.manager), from: $0.bob.id, as: $0.administrator) }
            ),
            ("a member is renamed", { try await $0.tenant.members.rename($0.bob.id, to: "Bo", as: $0.administrator) }),
            ("a member is deactivated", { try await $0.tenant.members.deactivate($0.bob.id, as: $0.administrator) }),
            ("a member is reactivated", { try await $0.tenant.members.reactivate($0.bob.id, as: $0.administrator) }),
            (
                "a member leaves a team",
                { try await $0.tenant.teams.remove($0.bob.id, from: $0.north, as: $0.administrator) }
            ),
            (
                "the settings change",
                { try await $0.tenant.settings.change(OrganizationSettings(name: "Acme 2"), as: $0.administrator) }
            ),
            ("a team is archived", { try await $0.tenant.teams.archive($0.south, as: $0.administrator) }),
            ("a member is removed", { try await $0.tenant.members.remove($0.bob.id, as: $0.administrator) }),
        ]
    }

    /// Compares acts that failed once at the end of their unit, and were done again, with the same acts without a failure.
    func reactionFaults() async throws -> [String] {
        let (expected, _) = try await life(isDisturbed: false)
        let (rows, refused) = try await life(isDisturbed: true)
        return refused.map { "\($0). \(Self.advice)" }
            + (rows.difference(from: expected).map {
                ["after acts that failed and were done again, \($0). \(Self.advice)"]
            } ?? [])
    }

    private func life(isDisturbed: Bool) async throws -> (ModuleRows, refused: [String]) {
        try await withStage(dependencies + [module]) { stage in
            try await stage.prepareSabotage()
            let world = try await stage.world()
            try await world.settle()
            var refused: [String] = []
            for (name, act) in Self.acts {
                if isDisturbed {
                    stage.saboteur.stop(.everything)
                    try? await act(world)
                    stage.saboteur.stop(.nothing)
                }
                // A module may refuse an act, for example because no seat is left.
                do { try await act(world) } catch let error as ReactionError where error.module == M.id && isDisturbed {
                    refused.append("after '\(name)' had failed, it was refused: \(error)")
                } catch {}
                try await world.settle()
            }
            return (try await stage.rows().anonymous(stage.people.names), refused)
        }
    }

    /// Runs the scenario while units that handle events fail, restarts with all events waiting, crashes after the first commit of
    /// a handler, and restarts again. The rows must then be those of an undisturbed run.
    func handlerFaults(expecting expected: ModuleRows) async throws -> [String] {
        let rows = try await withStage(others + [module]) { stage in
            try await stage.prepareSabotage()
            let world = try await stage.world()
            stage.saboteur.stop(.handlers)
            try await scenario?(world)
            try await stage.restart()
            stage.saboteur.stop(.nothing)
            stage.saboteur.crash(afterCommit: 1)
            try? await stage.world().settle()
            stage.saboteur.revive()
            try await stage.restart()
            try await stage.world().settle()
            return try await stage.rows().anonymous(stage.people.names)
        }
        guard let difference = rows.difference(from: expected) else { return [] }
        return ["after handlers failed and a crash interrupted them, \(difference). \(Self.advice)"]
    }
}
