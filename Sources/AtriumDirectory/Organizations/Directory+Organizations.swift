internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// Organizations and their states.
extension Directory {
    /// Registers a new organization, or an organization whose file exists. An organization that is already registered stays as
    /// it is. The organization is due, as `WakeMarker` expects of a new one. Throws ``OrganizationError/slugTaken``.
    package func register(
        _ id: ID<Organization>, slug: Slug, name: String, createdAt: Date, as state: OrganizationState
    ) async throws {
        let now = try now()
        try await write { executor in
            guard try Self.isFree(slug, for: id, at: now, in: executor) else { throw OrganizationError.slugTaken }
            try executor.run(
                """
                INSERT INTO kernel_organization (id, slug, name, state, created_at, wake_at, wake_noted_at)
                VALUES (\(id), \(slug), \(name), \(state), \(createdAt), \(now), \(now)) ON CONFLICT (id) DO NOTHING
                """)
        }
    }

    /// The state of every organization, including deleted ones.
    package func states() async throws -> [ID<Organization>: OrganizationState] {
        try await read { executor in
            let rows = try executor.rows(
                "SELECT id, state FROM kernel_organization", as: ID<Organization>.self, OrganizationState.self)
            return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
        }
    }

    /// One page of organizations, by id.
    package func page(_ query: DirectoryQuery<Organization>) async throws -> DirectoryPage<Organization> {
        let entries = try await read { try $0.rows(query.selection, make: DirectoryEntry<Organization>.init) }
        let shown = Array(entries.prefix(query.size))
        let next = entries.count > query.size ? shown.last.map { DirectoryQuery.Cursor(after: $0.id) } : nil
        return DirectoryPage(entries: shown, next: next)
    }

    /// The system tenant; `nil` if the platform never had modules of its own.
    package func systemTenant() async throws -> ID<Organization>? {
        try await first("SELECT id FROM kernel_organization WHERE slug = \(Slug.system)")
    }

    /// The organizations in a state, by id.
    package func organizations(in state: OrganizationState) async throws -> [ID<Organization>] {
        let sql: SQL = "SELECT id FROM kernel_organization WHERE state = \(state) ORDER BY id"
        return try await read { try $0.rows(sql, as: ID<Organization>.self) }
    }

    /// The state of an organization; `nil` if the directory does not know it.
    package func state(of id: ID<Organization>) async throws -> OrganizationState? {
        try await first("SELECT state FROM kernel_organization WHERE id = \(id)")
    }

    /// Changes the state of an organization. Throws ``OrganizationError/unknown`` if its state is not one of `states`.
    package func setState(
        _ state: OrganizationState, of id: ID<Organization>, from states: OrganizationState...
    ) async throws {
        try await write { executor in
            let count = try executor.run(
                """
                UPDATE kernel_organization SET state = \(state)
                WHERE id = \(id) AND state IN (SELECT value FROM json_each(\(json: states)))
                """)
            guard count == 1 else { throw OrganizationError.unknown }
        }
    }

    /// Forgets everything about an organization except its id, which is never used again, and the time of its creation.
    package func leaveTombstone(_ id: ID<Organization>) async throws {
        try await run(
            "DELETE FROM kernel_membership WHERE organization_id = \(id)",
            "DELETE FROM kernel_address_copy WHERE organization_id = \(id)",
            "DELETE FROM kernel_erasure WHERE organization_id = \(id)",
            "DELETE FROM kernel_slug WHERE organization_id = \(id)",
            """
            UPDATE kernel_organization SET state = \(OrganizationState.deleted), slug = NULL, name = '', wake_at = NULL
            WHERE id = \(id)
            """)
    }
}
