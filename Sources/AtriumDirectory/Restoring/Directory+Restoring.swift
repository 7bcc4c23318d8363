internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// Restores accounts and addresses that organizations' members have and the directory has lost.
extension Directory {
    /// What an organization's file says of a member's account.
    package typealias KnownMember = (account: AccountID, name: String, address: EmailAddress)

    /// The result of restoring lost accounts.
    package struct Restoration: Sendable {
        /// The new account of a person whose account was lost, if the person has created a new account with the same address
        /// since then.
        package var successors: [AccountID: AccountID] = [:]
        /// How many accounts were made.
        package var made = 0
        /// How many people have no address, because another account has or claims it.
        package var withoutAddress = 0
    }

    /// The accounts of an organization's members that do not exist in the directory.
    func lostAccounts(of id: ID<Organization>) async throws -> [AccountID] {
        let sql: SQL = """
            SELECT account_id FROM kernel_membership m WHERE organization_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM kernel_account a WHERE a.id = m.account_id)
            """
        return try await read { try $0.rows(sql, as: AccountID.self) }
    }

    /// Accounts whose members have an address that the account does not have. Members whose copies of addresses have to be
    /// checked anyway are left out.
    func otherAddresses(
        of members: [(account: AccountID, address: EmailAddress)], in id: ID<Organization>
    ) async throws -> Set<AccountID> {
        let known: SQL = """
            SELECT d.account_id, d.address FROM kernel_membership m JOIN kernel_address d ON d.account_id = m.account_id
            WHERE m.organization_id = \(id) AND NOT d.is_former AND NOT EXISTS (
                SELECT 1 FROM kernel_address_copy c WHERE (c.organization_id, c.account_id) = (\(id), m.account_id))
            """
        let rows = try await read { try $0.rows(known, as: AccountID.self, EmailAddress.self) }
        let addresses = Dictionary(grouping: rows, by: \.0)
        let others = members.filter { account, address in
            !address.isReleased
                && addresses[account].map { known in !known.contains { _, other in other == address } } ?? false
        }
        return Set(others.map(\.account))
    }

    /// Restores lost accounts of an organization's members, with the addresses that the members have now, and with former
    /// addresses that nobody else has.
    ///
    /// Another account may have proved the address since then. If that account is not older than the lost account and is no
    /// member of the organization, it belongs to the same person. It becomes the successor, and no account is made. Any other
    /// account that has proved the address keeps it. If the members of two accounts name an address that neither account has
    /// proved, nobody gets it: one of the two copies is out of date, and it is not known which.
    package func restoreAccounts(
        _ members: [KnownMember], in id: ID<Organization>, former: [(AccountID, EmailAddress)]
    ) async throws -> Restoration {
        let now = try now()
        return try await write { executor in
            var (result, changed) = (Restoration(), Set<AccountID>())
            for (account, name, address) in members {
                var accountsWithoutAddress: [AccountID] = []
                let wasThere = try Self.isThere(account, executor)
                let claim = try Self.claim(on: address, of: account, wasThere, executor)
                if case .proven(let other) = claim, !wasThere, other.madeAt >= account.madeAt,
                    try !Self.isMember(other, of: id, executor)
                {
                    result.successors[account] = other
                    continue
                }
                if !wasThere {
                    try executor.run(
                        """
                        INSERT INTO kernel_account (id, name, created_at) VALUES (\(account), \(name), \(account.madeAt))
                        """)
                    result.made += 1
                }
                switch claim {
                case .none: try executor.run(Self.restoration(of: address, account, isFormer: false))
                case .unproven(let other): accountsWithoutAddress = [account, other]
                case .proven, .released: accountsWithoutAddress = [account]
                }
                for loser in accountsWithoutAddress where !address.isReleased {
                    try Self.release(address, of: loser, at: now, in: executor)
                    try Self.readdress(loser, without: address, at: now, in: executor)
                }
                for person in accountsWithoutAddress where try !Self.hasAddress(person, executor) {
                    result.withoutAddress += 1
                }
            }
            let restored = Set(members.map(\.account)).subtracting(result.successors.keys)
            for (account, address) in former where restored.contains(account) {
                try executor.run(Self.restoration(of: address, account, isFormer: true))
                changed.insert(account)
            }
            for account in changed { try Self.readdress(account, without: nil, at: now, in: executor) }
            return result
        }
    }

    /// Another account's right to an address that a restore would give to an account.
    private enum Claim {
        /// No other account has the address.
        case none
        /// Another account has proved the address.
        case proven(AccountID)
        /// Another account has the address, taken over from a member's copy.
        case unproven(AccountID)
        /// The address was released by this account. Or this account is lost, and another account released the address after
        /// this account was made.
        case released
    }

    private static func claim(
        on address: EmailAddress, of account: AccountID, _ isThere: Bool, _ executor: CachingExecutor
    ) throws -> Claim {
        if address.isReleased { return .released }
        let owner = try executor.first(
            """
            SELECT account_id, verified_at IS NOT NULL FROM kernel_address
            WHERE address = \(address) AND NOT is_former AND account_id <> \(account)
            """, as: AccountID.self, Bool.self)
        if let (id, isProven) = owner { return isProven ? .proven(id) : .unproven(id) }
        let wasReleased = try executor.one(
            """
            SELECT EXISTS (SELECT 1 FROM kernel_released_address WHERE address = \(address)
                AND (account_id = \(account) OR NOT \(isThere) AND released_at > \(account.madeAt)))
            """, as: Bool.self)
        return wasReleased ? .released : .none
    }

    private static func isThere(_ account: AccountID, _ executor: CachingExecutor) throws -> Bool {
        try executor.one("SELECT EXISTS (SELECT 1 FROM kernel_account WHERE id = \(account))", as: Bool.self)
    }

    private static func hasAddress(_ account: AccountID, _ executor: CachingExecutor) throws -> Bool {
        try executor.one(
            "SELECT EXISTS (SELECT 1 FROM kernel_address WHERE account_id = \(account) AND NOT is_former)",
            as: Bool.self)
    }

    private static func isMember(
        _ account: AccountID, of id: ID<Organization>, _ executor: CachingExecutor
    ) throws -> Bool {
        try executor.one(
            "SELECT EXISTS (SELECT 1 FROM kernel_membership WHERE (account_id, organization_id) = (\(account), \(id)))",
            as: Bool.self)
    }

    /// A statement that restores an address. A current address takes precedence over another account's former one. If a file
    /// calls a current address former, the address becomes former, provided that the account has another current one.
    private static func restoration(of address: EmailAddress, _ account: AccountID, isFormer: Bool) -> SQL {
        """
        INSERT INTO kernel_address VALUES (\(address), \(account), NULL, \(isFormer))
        ON CONFLICT DO UPDATE SET account_id = excluded.account_id, is_former = excluded.is_former,
            verified_at = iif(account_id = excluded.account_id, verified_at, NULL)
            WHERE iif(account_id <> excluded.account_id, is_former AND NOT excluded.is_former,
                excluded.is_former AND EXISTS (
                    SELECT 1 FROM kernel_address other WHERE other.account_id = excluded.account_id
                        AND NOT other.is_former AND other.address <> excluded.address))
        """
    }
}
