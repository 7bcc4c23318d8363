import AtriumTesting
import CSQLite
import Testing

@testable import Atrium

/// Runs statements on a file without the platform. Only a test may do that.
func sqlite(_ sql: String, _ path: String) throws {
    var handle: OpaquePointer?
    #expect(sqlite3_open(path, &handle) == SQLITE_OK)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
}

extension Acme {
    func path(of id: OrganizationID) -> String { "\(test.folder)/tenants/\(id).db" }

    /// Removes an account from the directory, as a restore of an older directory does. The platform must be closed.
    func loseAccount(_ address: String) throws {
        try sqlite(
            """
            DELETE FROM kernel_address WHERE address = '\(address)';
            DELETE FROM kernel_account WHERE id NOT IN (SELECT account_id FROM kernel_address);
            """, "\(test.folder)/directory.db")
    }
}
