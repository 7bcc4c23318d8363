package import AtriumPersonalData
package import AtriumStorage
package import AtriumValues

/// The former addresses of one organization's members, in the organization's file. Released addresses are not among them. A
/// list that names a person by a former address still finds the member.
package struct FormerAddresses {
    package static let schema = Migration(
        "create former address",
        """
        CREATE TABLE kernel_former_address (address TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES kernel_member (id))
        STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX kernel_former_address_member ON kernel_former_address (member_id)")

    package static let personalData = PersonalTable(
        "kernel_former_address", "Addresses that you had before", of: .member("member_id"),
        exporting: [.text("address", "Address")], erasing: .rows)

    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// The member who had an address before.
    package func member<Member>(_ address: EmailAddress) throws -> ID<Member>? {
        try executor.first(
            "SELECT member_id FROM kernel_former_address WHERE address = \(address)", as: ID<Member>.self)
    }

    /// Brings the former addresses of a member in line with the account. Keeps `address`, which the member has now, if it is a
    /// former one of the account. Forgets addresses that were released, and addresses that the account has again. Returns
    /// whether an address was forgotten.
    package func follow<Member>(_ account: Account, of member: ID<Member>, at address: EmailAddress) throws -> Bool {
        // If the directory does not know the address at all, the directory may have lost it, together with later changes.
        let isKnown = account.addresses.contains(address) || account.makesOutdated(address)
        let outdated = Array(account.released) + (isKnown ? account.addresses : [])
        let forgotten = try executor.run(
            """
            DELETE FROM kernel_former_address
            WHERE member_id = \(member) AND address IN (SELECT value FROM json_each(\(json: outdated)))
            """)
        if account.formerAddresses.contains(address) { try keep(address, of: member) }
        return forgotten > 0
    }

    /// Keeps an address by which the organization knew a member, or to which it sent the member's invitation.
    package func keep<Member>(_ address: EmailAddress, of member: ID<Member>) throws {
        try executor.run(
            """
            INSERT INTO kernel_former_address VALUES (\(address), \(member))
            ON CONFLICT DO UPDATE SET member_id = excluded.member_id
            """)
    }

    /// The former addresses of a member.
    package func all<Member>(of member: ID<Member>) throws -> [EmailAddress] {
        try executor.rows(
            "SELECT address FROM kernel_former_address WHERE member_id = \(member)", as: EmailAddress.self)
    }

    /// All former addresses, with the accounts of their members.
    package func all() throws -> [(AccountID, EmailAddress)] {
        try executor.rows(
            """
            SELECT m.account_id, f.address FROM kernel_former_address f JOIN kernel_member m ON m.id = f.member_id
            """, as: AccountID.self, EmailAddress.self)
    }
}
