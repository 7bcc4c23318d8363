package import AtriumStorage
package import AtriumValues
internal import Foundation

/// What a file says about the modules that store something in it.
package struct StoredModules: Sendable {
    package struct Module: Equatable, Sendable {
        /// Whether the module was switched on or off; `nil` if the feature set decides.
        package var isChosen: Bool?
        /// Whether the module's rows are in line with everything else, because it has worked here without a gap.
        package var isCurrent = false
        /// The roles that the module added when it worked here last.
        package var roles: Set<RoleID> = []
        /// What the organization has changed in the grants of the module's permissions.
        package var grants = AdjustedGrants()
    }

    package private(set) var modules: [ModuleID: Module]
    /// The types of events with a subscription, including those of modules that are not installed now.
    package let subscribedEvents: Set<String>
    /// The modules that have no tables here.
    package let leftOut: Set<ModuleID>
    /// The name of the organization's feature set: empty for every module, and `nil` in a new organization.
    package private(set) var featureSet: String?

    package init(_ connection: Connection) throws {
        let executor = connection.kernel
        modules = try Self.modules(executor)
        subscribedEvents = Set(try EventLog(executor).subscriptions().map(\.event))
        leftOut = Set(try LeftOutSchemas(in: connection).all().compactMap { ModuleID($0) })
        featureSet = try Self.featureSet(executor)
    }

    private static func featureSet(_ executor: CachingExecutor) throws -> String? {
        try executor.first("SELECT feature_set FROM kernel_organization", as: String.self)
    }

    private static func modules(_ executor: CachingExecutor) throws -> [ModuleID: Module] {
        let rows = try executor.rows(
            "SELECT id, is_chosen, is_current, roles, grants FROM kernel_module", as: String.self, Bool?.self,
            Bool.self, String.self, String.self)
        var modules: [ModuleID: Module] = [:]
        for (name, isChosen, isCurrent, roles, grants) in rows {
            guard let id = ModuleID(name) else { continue }
            modules[id] = Module(
                isChosen: isChosen, isCurrent: isCurrent,
                roles: Set(roles.split(separator: " ").compactMap { RoleID(String($0)) }),
                grants: grants == "{}" ? AdjustedGrants() : try AdjustedGrants(decode(grants)))
        }
        return modules
    }

    private static func row(of id: ModuleID, _ module: Module) throws -> SQL {
        let roles = module.roles.map(\.rawValue).sorted().joined(separator: " ")
        return """
            INSERT OR REPLACE INTO kernel_module VALUES (
                \(id.description), \(module.isChosen), \(module.isCurrent), \(roles), \(try encode(module.grants)))
            """
    }

    private static func decode(_ grants: String) throws -> [String: [String: Bool]] {
        try JSONDecoder().decode([String: [String: Bool]].self, from: Data(grants.utf8))
    }

    private static func encode(_ grants: AdjustedGrants) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(grants.values), as: UTF8.self)
    }

    /// Whether the organization has a module, if its feature set includes it or not.
    package func isOn(_ id: ModuleID, isIncluded: Bool) -> Bool { modules[id]?.isChosen ?? isIncluded }

    /// A module's permission with the grants that it has here.
    package func adjusted(_ permission: Permission, of module: ModuleID) -> Permission {
        modules[module]?.grants.applied(to: permission) ?? permission
    }

    /// Makes the choices what they are after a change.
    package mutating func apply(_ change: ModuleChange) {
        if let name = change.featureSet {
            featureSet = name
            for id in modules.keys { modules[id]?.isChosen = nil }
        }
        for (id, isOn) in change.choices { modules[id, default: Module()].isChosen = isOn }
        if let (module, permission, grant, isGranted) = change.grant {
            modules[module, default: Module()].grants.set(grant, of: permission, to: isGranted)
        }
    }

    /// Forgets what a module did here. It is off from then on.
    package func forget(_ module: ModuleID, in connection: Connection) throws {
        try EventLog(connection.kernel).forget(module.description)
        try connection.kernel.run("INSERT OR REPLACE INTO kernel_module VALUES (\(module.description), 0, 0, '', '{}')")
    }

    /// Statements that make the rows, and the name of the feature set, what they are here, with the modules that are `on` and
    /// their roles; none if they are.
    func changes(on: [ModuleID: Set<RoleID>], of all: Set<ModuleID>, _ executor: CachingExecutor) throws -> [SQL] {
        let (written, name) = (try Self.modules(executor), try Self.featureSet(executor))
        let renaming: [SQL] =
            featureSet.flatMap { $0 == name ? nil : ["UPDATE kernel_organization SET feature_set = \($0)"] } ?? []
        return try renaming
            + all.union(written.keys).sorted().compactMap { id in
                let wanted = Module(
                    isChosen: modules[id]?.isChosen, isCurrent: on[id] != nil,
                    roles: on[id] ?? written[id]?.roles ?? [], grants: modules[id]?.grants ?? AdjustedGrants())
                return written[id] == wanted ? nil : try Self.row(of: id, wanted)
            }
    }
}
