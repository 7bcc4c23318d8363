public import Atrium
internal import AtriumJournal
internal import AtriumStorage

extension Modules {
    /// The tables of a module as SQL statements that make them again, for a copy before they are purged. Throws `AccessError`.
    public func export(_ module: ModuleID, as principal: Principal) async throws -> String {
        try await tenant.store.read(as: principal, .purgeModules) { work in
            try OwnedTables(of: Owner(name: module.description), in: work.tables).dump()
        }
    }

    /// Deletes everything that a module stored here, in one commit: its tables, its jobs, its place in the log of events, and
    /// who holds its roles. Then it rewrites the file, so that no byte of it is left.
    ///
    /// The module must be off, or missing from the program; otherwise throws ``ModulePurgeError``. It stays off. If it is
    /// switched on again, it begins with empty tables. The audit chain names the principal and the module. If the rewriting of
    /// the file fails, throws its error; then call this again. Throws `AccessError`.
    public func purge(_ module: ModuleID, as principal: Principal) async throws {
        try await tenant.switching.run { [tenant] in
            switch tenant.moduleStates[module] {
            case .off, .missing: break
            case nil: throw ModulePurgeError.unknown(module)
            case .on, .waiting, .failed: throw ModulePurgeError.notOff(module)
            }
            try await tenant.store.write(as: principal, .purgeModules) { work in
                try work.setSubject("module:\(module)")
                let stored = try StoredModules(work.tables)
                for role in stored.modules[module]?.roles ?? [] {
                    try work.publish(contentsOf: work.endAssignments(where: "role = \(role)"))
                }
                try LeftOutSchemas(in: work.tables).leaveOut(Owner(name: module.description))
                try stored.forget(module, in: work.tables)
            }
            try await tenant.file.scrub()
        }
        try await tenant.settleModules()
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
