internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// The copies of addresses that members have in organizations' files, and which of them have to be checked.
///
/// The commit that changes an account's addresses also records the copies that have to be checked. When a membership of such an
/// account changes later, its copy is recorded again: a unit that began earlier, or an older file, may have brought the old
/// address back. An organization with recorded copies is due.
extension Directory {
    /// Records the copies of those accounts whose addresses have ever changed, and the operator who released an address.
    static func noteCopies(
        of accounts: [AccountID], in id: ID<Organization>, at now: Date, by operator: String? = nil,
        _ executor: CachingExecutor
    ) throws {
        let count = try executor.run(
            """
            INSERT INTO kernel_address_copy (organization_id, account_id, due_at, released_by)
            SELECT \(id), id, \(now), \(`operator`) FROM kernel_account
            WHERE id IN (SELECT value FROM json_each(\(json: accounts))) AND readdressed_at IS NOT NULL
            ON CONFLICT DO UPDATE SET due_at = excluded.due_at, version = version + 1,
                released_by = coalesce(released_by || ' and operator:' || excluded.released_by, excluded.released_by, released_by)
            """)
        guard count > 0 else { return }
        try executor.run(
            """
            UPDATE kernel_organization SET wake_at = \(now), wake_noted_at = \(now)
            WHERE id = \(id) AND state <> 'deleted'
            """)
    }

    /// When the first recorded copy of an organization is due.
    static func nextCopy(in id: ID<Organization>, _ executor: CachingExecutor) throws -> Date? {
        try executor.one("SELECT min(due_at) FROM kernel_address_copy WHERE organization_id = \(id)", as: Date?.self)
    }

    /// Calls `copy` for each member's copy that is due. `copy` gets the account and, if an operator released an address, this
    /// operator. It brings the member in line with the account. A copy that fails is due again in a minute, and does not stop
    /// the others.
    package func copyAddresses(
        in id: ID<Organization>, with copy: (Account, _ releasedBy: String?) async throws -> Void,
        failed: (any Error) -> Void
    ) async {
        do {
            let now = try now()
            let later = now.addingTimeInterval(60)
            for (account, releasedBy, version) in try await dueCopies(in: id, at: now, notYet: later) {
                let noted: SQL = "(organization_id, account_id, version) = (\(id), \(account.id), \(version))"
                do {
                    try await copy(account, releasedBy)
                    try await run("DELETE FROM kernel_address_copy WHERE \(noted)")
                } catch {
                    failed(error)
                    try await run("UPDATE kernel_address_copy SET due_at = \(later) WHERE \(noted)")
                }
            }
        } catch {
            failed(error)
        }
    }

    /// The copies that are due, including those that are due too late because the clock was once ahead. While the directory is
    /// being rebuilt from the files, no copy is due.
    private func dueCopies(
        in id: ID<Organization>, at now: Date, notYet later: Date
    ) async throws -> [(Account, releasedBy: String?, version: Int)] {
        try await read { executor in
            try executor.rows(
                """
                SELECT account_id, released_by, version FROM kernel_address_copy
                WHERE organization_id = \(id) AND (SELECT is_whole FROM kernel_platform) AND (due_at <= \(now) OR due_at > \(later)) ORDER BY account_id
                """, as: AccountID.self, String?.self, Int.self
            ).compactMap { id, releasedBy, version in
                try Self.account(id, in: executor).map { ($0, releasedBy, version) }
            }
        }
    }
}
