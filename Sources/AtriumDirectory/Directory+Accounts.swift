internal import AtriumStorage
package import AtriumValues

/// Accounts and their addresses.
extension Directory {
    package func account(_ id: AccountID) async throws -> Account? {
        try await read { session in
            let name = try session.first("SELECT name FROM kernel_account WHERE id = \(id)", as: String.self)
            let addresses = try session.rows(
                "SELECT address FROM kernel_address WHERE account_id = \(id) ORDER BY address", as: EmailAddress.self)
            return name.map { Account(id: id, name: $0, addresses: addresses) }
        }
    }

    package func account(address: EmailAddress) async throws -> AccountID? {
        try await first("SELECT account_id FROM kernel_address WHERE address = \(address)")
    }

    package func createAccount(_ id: AccountID, provenAddress address: EmailAddress, name: String) async throws {
        try Names.check(name, of: "a person")
        let now = try now()
        try await run(
            "INSERT INTO kernel_account VALUES (\(id), \(name), \(now))",
            "INSERT INTO kernel_address VALUES (\(address), \(id), \(now))",
            duplicate: ("kernel_address.address", AccountError.addressTaken))
    }
}
