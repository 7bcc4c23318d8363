internal import AtriumStorage
package import AtriumValues

internal import struct Foundation.Date

/// Changes and releases addresses of accounts.
extension Directory {
    /// Stores a change that waits for its confirmation. It replaces an earlier waiting change of the same address. Then this
    /// method mails the notice, and after that the secret. It does not check whether another account has the new address. The
    /// person learns that only when confirming the change, and so only if the person reads mail to that address.
    package func requestAddressChange(
        of account: AccountID, from old: EmailAddress?, to new: EmailAddress, _ secret: Secret, lifetime: Duration,
        mail: ((AccountLetter) async throws -> Void)?
    ) async throws {
        guard let mail else { throw AccountError.mailMissing }
        guard old != new else { throw AccountError.sameAddress }
        let now = try now()
        let expiry = now.addingTimeInterval(lifetime / .seconds(1))
        let name = try await write { executor in
            guard
                let name = try executor.first("SELECT name FROM kernel_account WHERE id = \(account)", as: String.self)
            else { throw AccountError.unknown }
            let addresses = try executor.rows(
                "SELECT address FROM kernel_address WHERE account_id = \(account) AND NOT is_former",
                as: EmailAddress.self)
            guard old.map(addresses.contains) ?? addresses.isEmpty else { throw AccountError.notItsAddress }
            try executor.run("DELETE FROM kernel_address_change WHERE expires_at <= \(now)")
            try executor.run(
                """
                INSERT INTO kernel_address_change VALUES (\(account), \(old?.description ?? ""), \(new), \(secret.digest), \(expiry))
                ON CONFLICT (account_id, old) DO UPDATE SET new = excluded.new, secret_digest = excluded.secret_digest,
                    expires_at = excluded.expires_at
                """)
            return name
        }
        if let old { try await mail(AccountLetter(recipient: old, account: account, name: name, content: .notice)) }
        try await mail(
            AccountLetter(recipient: new, account: account, name: name, content: .confirmation(secret, until: expiry)))
    }

    /// Makes the change for which the secret was mailed. Each secret works once. The old address becomes a former one. Returns
    /// the organizations whose copies have to be checked.
    package func confirmAddressChange(_ secret: String, as account: AccountID) async throws -> [ID<Organization>] {
        // A secret has 43 characters. A text of another length is not looked up.
        guard secret.utf8.count == 43 else { throw AccountError.invalidSecret }
        let (now, digest) = (try now(), Secret.digest(of: secret))
        return try await write { executor in
            let change = try executor.first(
                """
                SELECT nullif(old, ''), new FROM kernel_address_change
                WHERE (secret_digest, account_id) = (\(digest), \(account)) AND expires_at > \(now)
                """, as: EmailAddress?.self, EmailAddress.self)
            guard let (old, new) = change else { throw AccountError.invalidSecret }
            try Self.requireFree(new, for: account, in: executor)
            try executor.run(
                """
                INSERT INTO kernel_address (address, account_id, verified_at) VALUES (\(new), \(account), \(now))
                ON CONFLICT (address) DO UPDATE SET verified_at = excluded.verified_at, is_former = 0
                """)
            if let old { try executor.run("UPDATE kernel_address SET is_former = 1 WHERE address = \(old)") }
            return try Self.readdress(account, without: old, at: now, in: executor)
        }
    }

    /// Releases an address of an account for an operator. Returns the organizations whose copies may be out of date.
    package func releaseAddress(
        _ address: EmailAddress, of account: AccountID, by operator: String
    ) async throws -> [ID<Organization>] {
        let now = try now()
        return try await write { executor in
            let isFormer = try executor.first(
                "SELECT is_former FROM kernel_address WHERE (address, account_id) = (\(address), \(account))",
                as: Bool.self)
            guard let isFormer else { throw AccountError.notItsAddress }
            let isActive = try executor.one(
                "SELECT EXISTS (SELECT 1 FROM kernel_membership WHERE account_id = \(account) AND is_active)",
                as: Bool.self)
            if isActive, !isFormer { throw AccountError.addressInUse }
            try Self.release(address, of: account, at: now, in: executor)
            return try Self.readdress(account, without: address, at: now, by: `operator`, in: executor)
        }
    }

    /// Takes an address from an account, and records the time.
    static func release(
        _ address: EmailAddress, of account: AccountID, at now: Date, in executor: CachingExecutor
    ) throws {
        try executor.run("DELETE FROM kernel_address WHERE (address, account_id) = (\(address), \(account))")
        // A secret that was mailed to the address proves nothing about the next owner.
        try executor.run("DELETE FROM kernel_address_change WHERE new = \(address)")
        try executor.run(
            """
            INSERT INTO kernel_released_address VALUES (\(address), \(account), \(now))
            ON CONFLICT DO UPDATE SET released_at = excluded.released_at
            """)
    }

    /// Records that an account's addresses have changed: a pending change of the `old` one can no longer be confirmed, and the
    /// members' copies are due. Returns the organizations of these members.
    @discardableResult
    static func readdress(
        _ account: AccountID, without old: EmailAddress?, at now: Date, by operator: String? = nil,
        in executor: CachingExecutor
    ) throws -> [ID<Organization>] {
        try executor.run(
            "DELETE FROM kernel_address_change WHERE (account_id, old) = (\(account), \(old?.description ?? ""))")
        try executor.run("UPDATE kernel_account SET readdressed_at = \(now) WHERE id = \(account)")
        let organizations = try executor.rows(
            "SELECT organization_id FROM kernel_membership WHERE account_id = \(account) ORDER BY organization_id",
            as: ID<Organization>.self)
        for id in organizations { try noteCopies(of: [account], in: id, at: now, by: `operator`, executor) }
        return organizations
    }
}
