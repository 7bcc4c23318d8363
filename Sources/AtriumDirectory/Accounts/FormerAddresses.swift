package import AtriumStorage
package import AtriumValues

/// The addresses that members of one organization had before and that nobody released, in the organization's file: what names
/// somebody by such an address still finds them.
package struct FormerAddresses {
    package static let schema = Migration(
        "create former address",
        """
        CREATE TABLE kernel_former_address (address TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES kernel_member (id))
        STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX kernel_former_address_member ON kernel_former_address (member_id)")

    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// The member who had an address.
    package func member<Member>(_ address: EmailAddress) throws -> ID<Member>? {
        try executor.first(
            "SELECT member_id FROM kernel_former_address WHERE address = \(address)", as: ID<Member>.self)
    }

    /// Keeps the address that a member has, if it is a former one of the account, and forgets those that were released and those
    /// that the account has again. Returns whether there were any.
    package func follow<Member>(_ account: Account, of member: ID<Member>, at address: EmailAddress) throws -> Bool {
        // What is not known of the address may be of a time that the directory has lost, with what followed.
        let isKnown = account.addresses.contains(address) || account.hasOutgrown(address)
        let outdated = Array(account.released) + (isKnown ? account.addresses : [])
        let forgotten = try executor.run(
            """
            DELETE FROM kernel_former_address
            WHERE member_id = \(member) AND address IN (SELECT value FROM json_each(\(json: outdated)))
            """)
        if account.formerAddresses.contains(address) { try keep(address, of: member) }
        return forgotten > 0
    }

    /// Keeps an address by which the organization knew a member, or whom it invited.
    package func keep<Member>(_ address: EmailAddress, of member: ID<Member>) throws {
        try executor.run(
            """
            INSERT INTO kernel_former_address VALUES (\(address), \(member))
            ON CONFLICT DO UPDATE SET member_id = excluded.member_id
            """)
    }

    /// All of them, with the accounts of their members.
    package func all() throws -> [(AccountID, EmailAddress)] {
        try executor.rows(
            """
            SELECT m.account_id, f.address FROM kernel_former_address f JOIN kernel_member m ON m.id = f.member_id
            """, as: AccountID.self, EmailAddress.self)
    }
}
