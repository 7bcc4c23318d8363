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
}
