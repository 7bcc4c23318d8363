internal import CSQLite
internal import Foundation

/// Writes a new database as a whole and in WAL mode, through the VFS with which SQLite opens it afterwards:
/// https://sqlite.org/c3ref/vfs.html. ``Draft`` explains the steps, and what a crash leaves.
struct NewFile {
    let path: String
    let vfs: String?

    /// Writes the bytes of a database. When this returns, the file is whole and durable. If it throws, it has left no file.
    func write(_ image: UnsafeMutableRawBufferPointer) throws {
        guard !Files.exists(path) else {
            throw DatabaseError(kind: .unavailable, message: "\(path) exists already; give the new file another name")
        }
        // WAL mode, which a database in memory cannot have: https://sqlite.org/fileformat.html#file_format_version_numbers
        for place in 18...19 { image[place] = 2 }
        let temporary = path + ".tmp"
        do {
            // A crash may have left such a file, perhaps with another file mode.
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
        do {
            let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            guard let file = try VFSFile(path, .database, flags: flags, vfs: vfs) else { throw failed(SQLITE_CANTOPEN) }
            // A VFS other than the default may store each page in its own form, so it gets one page at a time:
            // https://sqlite.org/fileformat.html#page_size
            let size = vfs == nil ? 65_536 : Int(image[16]) << 8 | Int(image[17])
            for start in stride(from: 0, to: image.count, by: size) {
                let end = min(start + size, image.count)
                try file.write(UnsafeRawBufferPointer(rebasing: image[start..<end]), at: start)
            }
            try file.synchronize()
        } catch let failure as VFSFile.Failure {
            if Descriptors.areExhausted(failure.systemCode) {
                throw Files.failed("write", self.path, code: failure.systemCode)
            }
            throw failed(failure.code)
        }
    }

    private func failed(_ code: Int32) -> DatabaseError {
        let error = DatabaseError(code: code, sqliteMessage: "", sql: nil)
        return DatabaseError(
            kind: error.kind, extendedCode: code, message: "cannot write \(path): \(error.message)")
    }
}
