public import Atrium
internal import AtriumJournal
internal import AtriumStorage

extension Modules {
    /// The tables of a module as SQL statements that make them again, for a copy before they are purged. Throws `AccessError`.
    public func export(_ module: ModuleID, as principal: Principal) async throws -> String {
        try await tenant.store.read(as: principal, .purgeModules) { work in
            guard ModuleID(module.description) != nil else { throw ModulePurgeError.unknown(module) }
            return try OwnedTables(of: Owner(name: module.description), in: work.tables).dump()
        }
    }

    /// Deletes everything that a module stored here, in one commit: its tables, its jobs, its place in the log of events, and
    /// who holds its roles. Then it rewrites the file, so that no byte of it is left. Writes wait for both.
    ///
    /// The module must be off, or missing from the program; otherwise throws ``ModulePurgeError``. It stays off. If it is
    /// switched on again, it begins with empty tables. The audit chain names the principal and the module. If the rewriting of
    /// the file fails, throws its error; then call this again. Throws `AccessError`.
    public func purge(_ module: ModuleID, as principal: Principal) async throws {
        try await tenant.switching.run { [tenant] in
            try await tenant.store.read(as: principal, .purgeModules) { _ in }
            switch tenant.moduleStates[module] {
            case .off, .missing: break
            case nil: throw ModulePurgeError.unknown(module)
            case .on, .waiting, .failed: throw ModulePurgeError.notOff(module)
            }
            // No other unit shares a transaction in which tables are dropped.
            let result: Result<Void, any Error> = await tenant.writing.exclusive {
                do {
                    try await tenant.purgeRows(of: module, as: principal)
                    return .success(try await tenant.file.scrub())
                } catch { return .failure(error) }
            }
            // The rows may be gone even if the purge failed.
            try await tenant.settleModules(hasTurn: true)
            try result.get()
        }
    }
}

extension UnitOfWork {
    /// Deletes what a module stored. Roles that another module or the configuration also has stay.
    fileprivate func purge(_ module: ModuleID) throws {
        try setSubject("module:\(module)")
        let stored = try StoredModules(tables)
        let others = stored.modules.filter { $0.key != module }.values.map(\.roles).joined()
        let roles = stored.modules[module]?.roles ?? []
        for role in roles.subtracting(others) where (try? self.role(role)) == nil {
            try publish(contentsOf: endAssignments(where: "role = \(role)"))
            try tables.kernel.run("DELETE FROM kernel_exclusion WHERE \(role) IN (role, other)")
        }
        // Rows first: a unit that fails after it has changed rows is rolled back as a whole.
        try stored.forget(module, in: tables)
        try LeftOutSchemas(in: tables).leaveOut(Owner(name: module.description))
    }
}

extension Tenant {
    fileprivate func purgeRows(of module: ModuleID, as principal: Principal) async throws {
        let store = store
        _ = try await commit(as: principal, isAlone: true) { unit in
            try unit.perform(for: store, .purgeModules, .organization) { try $0.purge(module) }
            try unit.audit(.purgeModules, .organization)
        }
    }
}

/// Why a module is not purged.
public enum ModulePurgeError: ExplainedError, Equatable {
    /// The module is switched on here.
    case notOff(ModuleID)
    /// Neither the program nor the organization knows the module.
    case unknown(ModuleID)

    public var words: Words {
        switch self {
        case .notOff(let module):
            "module '\(module.description)' is switched on in this organization; switch it off first"
        case .unknown(let module):
            "there is no module '\(module.description)', and it stored nothing here; check its name"
        }
    }
}
