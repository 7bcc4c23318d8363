internal import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes a new database as a whole and in WAL mode, through the VFS by which SQLite opens it afterwards:
/// https://sqlite.org/c3ref/vfs.html.
struct NewFile {
    let path: String
    let vfs: String?

    /// The file is there whole or not at all, also after a crash: temporary name, fsync, rename, fsync. When it throws, there is no
    /// file, unless a power cut brings one back that could not be removed.
    func write(_ image: UnsafeMutableRawBufferPointer) throws {
        guard !Files.exists(path) else {
            throw DatabaseError(kind: .unavailable, message: "\(path) is there already; give the new file another name")
        }
        // Memory does not know WAL mode: https://sqlite.org/fileformat.html#file_format_version_numbers
        for place in 18...19 { image[place] = 2 }
        let temporary = path + ".tmp"
        do {
            // What a crash may have left, of a mode of its own perhaps.
            unlink(temporary)
            try Files.createFile(temporary)
            try create(temporary, of: UnsafeRawBufferPointer(image))
            try Files.place(temporary, at: path)
        } catch {
            try? Files.removeDatabase(path)
            throw error
        }
    }

    private func create(_ path: String, of image: UnsafeRawBufferPointer) throws {
        guard let vfs = sqlite3_vfs_find(vfs), let name = sqlite3_create_filename(path, "", "", 0, nil) else {
            throw failed(SQLITE_CANTOPEN)
        }
        defer { sqlite3_free_filename(name) }
        let fileSize = Int(vfs.pointee.szOsFile)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: fileSize, alignment: 16)
        defer { memory.deallocate() }
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: fileSize)
        let file = memory.assumingMemoryBound(to: sqlite3_file.self)
        // A VFS sets the methods of a file that is to be closed, also when opening it fails.
        defer { _ = file.pointee.pMethods?.pointee.xClose(file) }
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB
        let code = vfs.pointee.xOpen(vfs, name, file, flags, &flags)
        let systemCode = errno
        // SQLite's own opens for reading what it cannot open for writing.
        if Descriptors.areExhausted(systemCode), code != SQLITE_OK || flags & SQLITE_OPEN_READONLY != 0 {
            throw Files.failed("write", self.path, code: systemCode)
        }
        try check(code)
        guard let methods = file.pointee.pMethods else { throw failed(SQLITE_CANTOPEN) }
        // Another VFS than the default may store each page in a form of its own: https://sqlite.org/fileformat.html#page_size
        let size = self.vfs == nil ? 65_536 : Int(image[16]) << 8 | Int(image[17])
        for start in stride(from: 0, to: image.count, by: size) {
            let part = UnsafeRawBufferPointer(rebasing: image[start..<min(start + size, image.count)])
            try check(methods.pointee.xWrite(file, part.baseAddress, Int32(part.count), Int64(start)))
        }
        try check(methods.pointee.xSync(file, SQLITE_SYNC_FULL))
    }

    private func check(_ code: Int32) throws { if code != SQLITE_OK { throw failed(code) } }

    private func failed(_ code: Int32) -> DatabaseError {
        let error = DatabaseError(code: code, sqliteMessage: "", sql: nil)
        return DatabaseError(
            kind: error.kind, extendedCode: code, message: "cannot write \(path): \(error.message)")
    }
}
