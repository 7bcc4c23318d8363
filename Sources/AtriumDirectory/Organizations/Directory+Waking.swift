internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// When organizations are due.
extension Directory {
    /// Sets when the organization is due, and notes when that was said.
    package func setWake(of id: ID<Organization>, at due: Date?) async throws {
        let now = try now()
        try await write { try Self.setWake(of: id, at: due, now, $0) }
    }

    /// Sets when the organization has something to do next, if that is still to be said in the writer's turn. It rests no longer
    /// than until the next copy of an address is due.
    package func setWake(
        of id: ID<Organization>, at due: Date?, unless isOutdated: @escaping @Sendable () -> Bool
    ) async throws {
        let now = try now()
        try await write { executor in
            guard !isOutdated() else { return }
            let due = try [due, Self.nextCopy(in: id, executor)].compactMap { $0 }.min()
            try Self.setWake(of: id, at: due, now, executor)
        }
    }

    private static func setWake(of id: ID<Organization>, at due: Date?, _ now: Date, _ executor: CachingExecutor) throws
    {
        // Nothing is written where it says so already.
        try executor.run(
            """
            UPDATE kernel_organization SET wake_at = \(due), wake_noted_at = \(now)
            WHERE id = \(id) AND (wake_at IS NOT \(due) OR wake_noted_at > \(now))
            """)
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
