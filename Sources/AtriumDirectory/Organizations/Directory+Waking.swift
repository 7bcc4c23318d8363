internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// When organizations are due.
extension Directory {
    /// Records when the organization is due, and the time of this record.
    package func setWake(of id: ID<Organization>, at due: Date?) async throws {
        let now = try now()
        try await write { try Self.setWake(of: id, at: due, now, $0) }
    }

    /// Records when the organization has something to do next, unless `isOutdated` returns true in the directory's transaction.
    /// If a copy of an address is due earlier, the organization is due at that earlier time.
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
        // If the row is already right, this writes nothing.
        try executor.run(
            """
            UPDATE kernel_organization SET wake_at = \(due), wake_noted_at = \(now)
            WHERE id = \(id) AND (wake_at IS NOT \(due) OR wake_noted_at > \(now))
            """)
    }

    /// The active organizations that are due. The one that has been due longest comes first. If a record was made in the
    /// future, the clock was ahead at that time, and the organization counts as due.
    package func due(at moment: Date) async throws -> [ID<Organization>] {
        let sql: SQL = """
            SELECT id FROM kernel_organization
            WHERE (wake_at <= \(moment) OR (wake_at IS NOT NULL AND wake_noted_at > \(moment))) AND state = 'active'
            ORDER BY wake_at, id
            """
        return try await read { try $0.rows(sql, as: ID<Organization>.self) }
    }
}
