internal import CSQLite

/// A database as the bytes of its file: https://sqlite.org/c3ref/serialize.html.
extension Connection {
    /// Opens a database in memory, which begins with an image or empty.
    convenience init(inMemory image: [UInt8]?, settings: ConnectionSettings) throws {
        try self.init(path: ":memory:", access: .memory, settings: settings, image: image)
    }

    /// Puts an image in the place of an empty database in memory.
    func load(_ image: [UInt8]) throws {
        let size = Int64(image.count)
        guard let bytes = sqlite3_malloc64(UInt64(size)) else { throw error(SQLITE_NOMEM, sql: nil) }
        image.withUnsafeBytes { bytes.copyMemory(from: $0.baseAddress!, byteCount: image.count) }
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        let code = sqlite3_deserialize(handle, "main", bytes.assumingMemoryBound(to: UInt8.self), size, size, flags)
        guard code == SQLITE_OK else { throw error(code, sql: nil) }
    }

    /// What is committed, for ``load(_:)``.
    func image() throws -> [UInt8] {
        var size: Int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw error(SQLITE_NOMEM, sql: nil) }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    /// Calls a body with what is committed to a loaded image, as the bytes of a file in WAL mode, which memory does not know:
    /// https://sqlite.org/fileformat.html#file_format_version_numbers. The connection is of no more use.
    func withFileImage(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        var size: Int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY)) else {
            throw error(SQLITE_NOMEM, sql: nil)
        }
        for place in 18...19 { bytes[place] = 2 }
        try body(UnsafeRawBufferPointer(start: bytes, count: Int(size)))
    }
}
