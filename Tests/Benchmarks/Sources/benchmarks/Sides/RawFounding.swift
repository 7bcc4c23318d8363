/// The files and commits of provisioning without their content: a durable copy between two commits in the directory's file.
final class RawFounding {
    private let template: String
    private let directory: RawDatabase

    init(template: String, directory: String) throws {
        self.template = template
        self.directory = try RawDatabase(path: directory)
        try self.directory.run("CREATE TABLE organization (path TEXT NOT NULL, state TEXT NOT NULL)")
    }

    func found(_ path: String) throws {
        try directory.run("INSERT INTO organization VALUES ('\(path)', 'creating')")
        try RawFiles.copyDurably(template, to: path)
        try directory.run("UPDATE organization SET state = 'active' WHERE rowid = last_insert_rowid()")
    }
}
