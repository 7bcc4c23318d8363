import AtriumStorage
import CSQLite
import Foundation
import Testing

/// The files in the folder, each with an owner.
extension Workbench {
    func path(_ name: String) -> String { "\(folder)/\(name)" }
    func url(_ name: String) -> URL { URL(filePath: path(name)) }
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    func owned(_ name: String, identity: String? = nil, access: Connection.Access = .create) -> DatabaseFile {
        DatabaseFile(
            path: path("\(name).db"), storage: storage, schemas: plainSchemas, identity: identity ?? name,
            access: access)
    }

    func copy(_ name: String, to other: String) throws { try Data(contentsOf: url(name)).write(to: url(other)) }

    /// Copies the files under another name, as a crash leaves them.
    func crash(_ name: String, to other: String) throws {
        for end in ["db", "db-wal"] { try copy("\(name).\(end)", to: "\(other).\(end)") }
    }

    /// Copies the log into the database, as the writer does between commits.
    func checkpoint(_ name: String) throws { try sqlite("PRAGMA wal_checkpoint(PASSIVE)", in: "\(name).db") }

    func sqlite(_ sql: String, in name: String) throws {
        var handle: OpaquePointer?
        #expect(sqlite3_open(path(name), &handle) == SQLITE_OK)
        #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
        sqlite3_close(handle)
    }
}
