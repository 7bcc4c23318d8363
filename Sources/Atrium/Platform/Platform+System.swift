internal import AtriumDirectory

/// The system tenant, in which the modules of the platform itself work.
///
/// It is a tenant like an organization, and is therefore created, recovered, migrated and run like one. It has a reserved slug,
/// which no organization can have, and no members. It is in no list of organizations.
extension Platform {
    /// The tenant of the platform's own modules. It has no members: an operator looks after its modules and its failed jobs.
    /// Throws `OrganizationError.unknown` if the platform never had modules of its own.
    public var systemTenant: Tenant {
        get async throws {
            guard let id = systemID.withLock({ $0 }) else { throw OrganizationError.unknown }
            return try await tenant(id)
        }
    }

    /// The service of a module of the platform. Throws `ModuleError` if it is not one of the `platformModules`.
    public subscript<M: Module>(module: M.Type) -> M.Service {
        get async throws {
            guard systemID.withLock({ $0 != nil }) else { throw ModuleError(module.id, .missing) }
            return try await systemTenant[module]
        }
    }

    /// Whether the id is that of the system tenant.
    package func isSystem(_ id: OrganizationID) -> Bool { systemID.withLock { $0 == id } }

    /// Takes the id of the system tenant from the directory.
    func noteSystemTenant() async throws {
        let known = try await directory.systemTenant()
        systemID.withLock { $0 = known }
    }

    /// Opens the system tenant, and creates it when the platform has its first modules.
    func openSystemTenant() async throws {
        try await noteSystemTenant()
        if platformModules.modules.isEmpty { return }
        if let known = systemID.withLock({ $0 }) {
            _ = try await tenant(known)
            return
        }
        let id: OrganizationID = try configuration.newID()
        systemID.withLock { $0 = id }
        _ = try await tenant(id) { try await self.provision($0, .init(name: "Platform"), .system, by: nil, nil) }
    }

    func modules(of id: OrganizationID) -> ModuleSet { isSystem(id) ? platformModules : modules }

    /// Identifies the modules of the organizations and of the platform.
    package var modulesDescription: String { "\(modules) / \(platformModules)" }

    func path(of id: OrganizationID) -> String {
        "\(configuration.folder)/\(isSystem(id) ? Self.systemPrefix : "tenants/")\(id).db"
    }

    /// The organizations that have a file, and the system tenant.
    package static func organizationFiles(in folder: String) throws -> [OrganizationID] {
        try Files.names(in: folder + "/tenants").compactMap { identity(inName: $0[...]) }
            + [systemFile(in: folder)].compactMap { $0 }
    }

    static func systemFile(in folder: String) throws -> OrganizationID? {
        try Files.names(in: folder).lazy.filter { $0.hasPrefix(systemPrefix) }
            .compactMap { identity(inName: $0.dropFirst(systemPrefix.count)) }.first
    }

    private static let systemPrefix = "system-"

    private static func identity(inName name: Substring) -> OrganizationID? {
        name.hasSuffix(".db") ? OrganizationID(name.dropLast(3)) : nil
    }
}
