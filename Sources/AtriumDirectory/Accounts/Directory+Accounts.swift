internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// Accounts and their addresses.
extension Directory {
    /// The account with an id.
    package func account(_ id: AccountID) async throws -> Account? { try await read { try Self.account(id, in: $0) } }

    static func account(_ id: AccountID, in executor: CachingExecutor) throws -> Account? {
        let known = try executor.first(
            "SELECT name, readdressed_at IS NOT NULL FROM kernel_account WHERE id = \(id)", as: String.self, Bool.self)
        guard let (name, wasReaddressed) = known else { return nil }
        let rows = try executor.rows(
            """
            SELECT a.address, a.is_former, (
                SELECT max(released_at) FROM kernel_released_address r
                WHERE r.address = a.address AND r.account_id <> a.account_id)
            FROM kernel_address a WHERE a.account_id = \(id) ORDER BY a.verified_at DESC, a.address
            """
        ) { (address: try $0[0] as EmailAddress, isFormer: try $0[1] as Bool, handedOver: try $0[2] as Date?) }
        let handedOver = rows.compactMap { row in row.handedOver.map { (row.address, $0) } }
        // Most accounts have never changed or released an address.
        let released =
            wasReaddressed
            ? try executor.rows(
                "SELECT address FROM kernel_released_address WHERE account_id = \(id)", as: EmailAddress.self) : []
        return Account(
            id: id, name: name, addresses: rows.filter { !$0.isFormer }.map(\.address),
            formerAddresses: rows.filter { $0.isFormer }.map(\.address), released: Set(released),
            handedOver: Dictionary(handedOver) { first, _ in first })
    }

    /// The account that has an address now.
    package func account(address: EmailAddress) async throws -> AccountID? {
        try await first("SELECT account_id FROM kernel_address WHERE address = \(address) AND NOT is_former")
    }

    /// Creates an account with a new id, which it returns. If a proof was mailed before the address was released, it is
    /// refused, because it went to an earlier owner of the address.
    package func createAccount(
        _ id: AccountID, provenAddress address: EmailAddress, mailedAt: Date? = nil, name: String
    ) async throws -> AccountID {
        try Names.check(name, of: "a person")
        let now = try now()
        return try await write { executor in
            try Self.requireFree(address, in: executor)
            let releasedAt = try executor.one(
                "SELECT max(released_at) FROM kernel_released_address WHERE address = \(address)", as: Date?.self)
            if let releasedAt, let mailedAt, mailedAt <= releasedAt { throw AccountError.addressHandedOver }
            try executor.run("INSERT INTO kernel_account (id, name, created_at) VALUES (\(id), \(name), \(now))")
            try executor.run(
                "INSERT INTO kernel_address (address, account_id, verified_at) VALUES (\(address), \(id), \(now))")
            return id
        }
    }

    /// Throws ``AccountError`` if an account other than `account` has or had the address.
    static func requireFree(_ address: EmailAddress, for account: AccountID? = nil, in executor: CachingExecutor) throws
    {
        let holder = try executor.first(
            "SELECT account_id, is_former FROM kernel_address WHERE address = \(address)", as: AccountID.self,
            Bool.self)
        guard let (owner, isFormer) = holder, owner != account else { return }
        throw isFormer ? AccountError.addressFormer : .addressTaken
    }
}
