internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// When organizations are due.
extension Directory {
    /// Sets when the organization is due, and notes when that was said, if it is still to be said in the writer's turn.
    package func setWake(
        of id: ID<Organization>, at due: Date?, unless isOutdated: @escaping @Sendable () -> Bool = { false }
    ) async throws {
        let now = try now()
        try await write { session in
            guard !isOutdated() else { return }
            // Nothing is written where it says so already.
            try session.run(
                """
                UPDATE kernel_organization SET wake_at = \(due), wake_noted_at = \(now)
                WHERE id = \(id) AND (wake_at IS NOT \(due) OR wake_noted_at > \(now))
                """)
        }
    }

    /// The organizations that are due, the longest due first. What was noted by a clock that was ahead is not trusted.
    package func due(at moment: Date) async throws -> [ID<Organization>] {
        let sql: SQL = """
            SELECT id FROM kernel_organization
            WHERE (wake_at <= \(moment) OR (wake_at IS NOT NULL AND wake_noted_at > \(moment))) AND state = 'active'
            ORDER BY wake_at, id
            """
        return try await read { try $0.rows(sql, as: ID<Organization>.self) }
    }
}
