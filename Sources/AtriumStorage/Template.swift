/// The image of a migrated, empty database, which drafts begin with: copying it costs a tiny part of running the migrations.
///
/// It is made once in a process and kept in memory, so that no file can be stale, half-made or exchanged.
final class Template: Sendable {
    private let made = Locked<(checksum: [UInt8], image: [UInt8])?>(nil)

    func image(of schemas: SchemaSet, settings: ConnectionSettings) throws -> [UInt8] {
        try made.withLock { made in
            if let made, made.checksum == schemas.checksum { return made.image }
            let connection = try Connection(inMemory: nil, settings: settings)
            defer { connection.close() }
            _ = try Migrator(connection: connection, set: schemas).migrate()
            let image = try connection.image()
            made = (schemas.checksum, image)
            return image
        }
    }
}
