internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// Accounts that organizations' members name, and that are not there: what is made again of them.
extension Directory {
    /// Whom lost accounts are, as far as it can be known.
    package struct Restoration: Sendable {
        /// Accounts that were made anew since, by who proved the same address, by the lost ones.
        package var successors: [AccountID: AccountID] = [:]
        /// Accounts that are there without an address, because another account has it or claims it.
        package var withoutAddress: Set<AccountID> = []
    }

    /// Accounts of an organization's members that are not there.
    func lostAccounts(of id: ID<Organization>) async throws -> [AccountID] {
        let sql: SQL = """
            SELECT account_id FROM kernel_membership m WHERE organization_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM kernel_account a WHERE a.id = m.account_id)
            """
        return try await read { try $0.rows(sql, as: AccountID.self) }
    }

    /// Accounts whose members have an address that the account does not have, and that is not to be looked at as a copy.
    func otherAddresses(
        of members: [(account: AccountID, address: EmailAddress)], in id: ID<Organization>
    ) async throws -> [AccountID] {
        let known: SQL = """
            SELECT d.account_id, d.address FROM kernel_membership m JOIN kernel_address d ON d.account_id = m.account_id
            WHERE m.organization_id = \(id) AND NOT d.is_former AND NOT EXISTS (
                SELECT 1 FROM kernel_address_copy c WHERE (c.organization_id, c.account_id) = (\(id), m.account_id))
            """
        let rows = try await read { try $0.rows(known, as: AccountID.self, EmailAddress.self) }
        let addresses = Dictionary(grouping: rows, by: \.0)
        return members.filter { account, address in
            addresses[account].map { known in !known.contains { $0.1 == address } } ?? false
        }.map(\.account)
    }

    /// Makes lost accounts again, with the addresses that their members have now, and with former ones that nobody else has.
    ///
    /// Who has proved the address since, with an account that is not older than the lost one, is the same person: nothing is made. An
    /// address that two accounts claim is nobody's, because one of two members has a copy of before.
    package func restoreAccounts(
        _ members: [(account: AccountID, name: String, address: EmailAddress)],
        former: [(AccountID, EmailAddress)]
    ) async throws -> Restoration {
        let now = try now()
        return try await write { session in
            var result = Restoration()
            for (account, name, address) in members {
                let claim = try Self.claim(on: address, of: account, session)
                if case .proven(let other) = claim, other.madeAt >= account.madeAt, try !Self.isThere(account, session)
                {
                    result.successors[account] = other
                    continue
                }
                try session.run(
                    """
                    INSERT INTO kernel_account (id, name, created_at, restored_at)
                    VALUES (\(account), \(name), \(account.madeAt), \(now)) ON CONFLICT DO NOTHING
                    """)
                switch claim {
                case .none where address.isReleased: break
                case .none: try session.run(Self.restoration(of: address, account, now, isFormer: false))
                case .proven, .released: result.withoutAddress.insert(account)
                case .restored(let other):
                    result.withoutAddress.formUnion([account, other])
                    try Self.release(address, at: now, in: session)
                    for account in [account, other] {
                        _ = try Self.readdress(account, without: address, at: now, in: session)
                    }
                }
            }
            let restored = Set(members.map(\.account)).subtracting(result.successors.keys)
            for (account, address) in former where restored.contains(account) {
                try session.run(Self.restoration(of: address, account, now, isFormer: true))
                try session.run("UPDATE kernel_account SET readdressed_at = \(now) WHERE id = \(account)")
            }
            return result
        }
    }

    /// Who else has an address that an account is to have again.
    private enum Claim {
        case none
        case proven(AccountID)
        case restored(AccountID)
        /// It was released since the account was made.
        case released
    }

    private static func claim(
        on address: EmailAddress, of account: AccountID, _ session: Session
    ) throws -> Claim {
        let owner = try session.first(
            """
            SELECT a.id, a.restored_at IS NOT NULL FROM kernel_address d JOIN kernel_account a ON a.id = d.account_id
            WHERE d.address = \(address) AND NOT d.is_former AND a.id <> \(account)
            """, as: AccountID.self, Bool.self)
        if let (id, isRestored) = owner { return isRestored ? .restored(id) : .proven(id) }
        let wasReleased = try session.one(
            """
            SELECT EXISTS (SELECT 1 FROM kernel_released_address
                WHERE address = \(address) AND released_at > \(account.madeAt))
            """, as: Bool.self)
        return wasReleased ? .released : .none
    }

    private static func isThere(_ account: AccountID, _ session: Session) throws -> Bool {
        try session.one("SELECT EXISTS (SELECT 1 FROM kernel_account WHERE id = \(account))", as: Bool.self)
    }

    /// What somebody has now goes before what another one had. What an account says in one organization to have had, it has no
    /// more, as long as it has another address.
    private static func restoration(
        of address: EmailAddress, _ account: AccountID, _ now: Date, isFormer: Bool
    ) -> SQL {
        """
        INSERT INTO kernel_address VALUES (\(address), \(account), \(now), \(isFormer))
        ON CONFLICT DO UPDATE SET account_id = excluded.account_id, is_former = excluded.is_former
            WHERE iif(account_id <> excluded.account_id, is_former AND NOT excluded.is_former,
                excluded.is_former AND EXISTS (
                    SELECT 1 FROM kernel_address other WHERE other.account_id = excluded.account_id
                        AND NOT other.is_former AND other.address <> excluded.address))
        """
    }
}
