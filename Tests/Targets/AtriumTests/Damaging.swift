import AtriumTesting
import CSQLite
import Testing

@testable import Atrium

/// Runs statements on a file past the platform, as nobody should.
func sqlite(_ sql: String, _ path: String) throws {
    var handle: OpaquePointer?
    #expect(sqlite3_open(path, &handle) == SQLITE_OK)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
}

extension Acme {
    func path(of id: OrganizationID) -> String { "\(test.folder)/tenants/\(id).db" }

    /// Takes an account out of the directory, as a restore of an older one does. The platform is closed.
    func loseAccount(_ address: String) throws {
        try sqlite(
            """
            DELETE FROM kernel_address WHERE address = '\(address)';
            DELETE FROM kernel_account WHERE id NOT IN (SELECT account_id FROM kernel_address);
            """, "\(test.folder)/directory.db")
    }
}
