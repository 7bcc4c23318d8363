/// A migrated, empty database that new files are copies of: a copy costs an eighth of running the migrations.
package enum Template {
    /// Makes the template, unless one of the same schemas is there, and returns its path.
    package static func make(in folder: String, schemas: SchemaSet, settings: ConnectionSettings) throws -> String {
        let name = schemas.checksum.prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        let path = "\(folder)/template-\(name)"
        if Files.exists(path) { return path }
        let draft = path + ".draft"
        try Files.removeDatabase(draft)
        let connection = try Connection(path: draft, access: .create, settings: settings)
        _ = try Migrator(connection: connection, set: schemas).migrate()
        // Closing the only connection checkpoints: the file is whole without its WAL.
        connection.close()
        try Files.write(Files.read(draft), to: path)
        try Files.removeDatabase(draft)
        return path
    }

    /// Makes a new database of a template; it is there whole or not at all.
    package static func copy(_ template: String, to path: String) throws {
        try Files.write(Files.read(template), to: path)
    }
}
