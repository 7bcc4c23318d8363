/// The files and commits of founding without what fills them: a durable copy, the two connections that a tenant has, two commits
/// in its file and two in the directory's.
final class RawFounding {
    private let template: String
    private let directory: RawDatabase

    init(template: String, directory: String) throws {
        self.template = template
        self.directory = try RawDatabase(path: directory)
        try self.directory.run("CREATE TABLE organization (path TEXT NOT NULL, state TEXT NOT NULL)")
    }

    /// Returns the connections, so that closing them is not measured.
    func found(_ path: String) throws -> [RawDatabase] {
        try directory.run("INSERT INTO organization VALUES ('\(path)', 'creating')")
        try RawFiles.copyDurably(template, to: path)
        let connections = try (0..<2).map { _ in
            let connection = try RawDatabase(path: path)
            _ = try connection.integer("SELECT count(*) FROM kernel_organization")
            return connection
        }
        for _ in 0..<2 { try connections[0].run("UPDATE kernel_audit_head SET count = count + 1") }
        try directory.run("UPDATE organization SET state = 'active' WHERE rowid = last_insert_rowid()")
        return connections
    }
}
