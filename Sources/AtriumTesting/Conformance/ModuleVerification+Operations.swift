internal import Atrium

/// Single operations: with their permission, without it, and after a failure.
extension ModuleVerification {
    func operationFaults() async throws -> [String] {
        try await withStage(others + [module], isAlone: false) { stage in
            try await stage.prepareSabotage()
            let world = try await stage.world()
            do {
                try await scenario?(world)
                try await world.settle()
            } catch { return [] }
            var faults: [String] = []
            for operation in operations { faults += await self.faults(of: operation, in: world) }
            return faults
        }
    }

    private func faults(of operation: ModuleOperation<M>, in world: ModuleWorld<M>) async -> [String] {
        let (name, needed, person) = (operation.name, operation.permission, operation.person(world))
        let declared = Set(world.tenant.permissions.map(\.id))
        func attempt(as principal: Principal) async -> (any Error)? {
            do {
                try await operation.body(world, principal)
                return nil
            } catch { return error }
        }
        guard declared.contains(needed.id) else {
            return ["'\(name)' needs '\(needed)', which nobody declares; add it to permissions of '\(M.id)'"]
        }
        var faults: [String] = []
        let limited = person.limited(to: declared.subtracting([needed.id]), by: "verifyModule")
        switch await attempt(as: limited) {
        case let error as AccessError where error.permission == needed.id: break
        case let error as AccessError:
            return ["'\(name)' needs '\(needed)', but its service asks for '\(error.permission)'; name that one"]
        case .some(UnitError.undeclared(let permission)):
            return ["'\(name)' asks for '\(permission)', which nobody declares; add it to permissions of '\(M.id)'"]
        case let error?:
            faults.append(
                "without '\(needed)', '\(name)' answers with another error: \(error). Ask for the permission first")
        case nil:
            faults.append("'\(name)' is done without '\(needed)'; ask for it in store.read or store.write")
        }
        if !needed.grants.contains(where: { $0 == .anyone || $0 == .anyAccount }) {
            if await attempt(as: world.foreigner) == nil {
                faults.append("'\(name)' is done for a member of another organization; ask for '\(needed)' here")
            }
        }
        world.saboteur.stop(.everything)
        let stopped = await attempt(as: person)
        world.saboteur.stop(.nothing)
        if let error = await attempt(as: person) {
            faults.append(
                stopped == nil
                    ? "'\(name)' cannot be done twice: \(error). Let its body make what it needs"
                    : "after '\(name)' had failed at its end, it failed again: \(error). Do all of it in one unit")
        }
        return faults
    }
}
