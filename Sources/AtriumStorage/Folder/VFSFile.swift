internal import CSQLite
internal import Foundation

/// A file opened through SQLite's VFS, as SQLite reads and writes it: https://sqlite.org/c3ref/vfs.html.
///
/// Two things would go wrong without the VFS. First, a VFS may store pages in its own form. Second, closing the file would
/// release the locks that the process holds on the same file:
/// https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
final class VFSFile {
    enum Kind { case database, log }

    /// The result code of the VFS, and the error number of the operating system (0 if it is not known).
    struct Failure: Error {
        let code: Int32
        var systemCode: Int32 = 0
    }

    private let name: sqlite3_filename
    private let file: UnsafeMutablePointer<sqlite3_file>

    /// Opens a database or its WAL, with flags of `sqlite3_open_v2`. Returns `nil` if there is no such VFS.
    init?(_ database: String, _ kind: Kind, flags: Int32, vfs: String?) throws(Failure) {
        guard let vfs = sqlite3_vfs_find(vfs),
            let name = sqlite3_create_filename(database, database + "-journal", database + "-wal", 0, nil)
        else { return nil }
        let size = Int(vfs.pointee.szOsFile)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        (self.name, file) = (name, memory.assumingMemoryBound(to: sqlite3_file.self))
        let wanted = flags | (kind == .log ? SQLITE_OPEN_WAL : SQLITE_OPEN_MAIN_DB)
        let path = kind == .log ? sqlite3_filename_wal(name) : sqlite3_filename_database(name)
        var given = wanted
        errno = 0
        var code = vfs.pointee.xOpen(vfs, path, file, wanted, &given)
        let systemCode = errno
        // SQLite's own VFS opens a file for reading if it cannot open it for writing.
        if code == SQLITE_OK, (given ^ wanted) & SQLITE_OPEN_READONLY != 0 { code = SQLITE_READONLY }
        // All properties are set, so `deinit` closes the file.
        guard code == SQLITE_OK else { throw Failure(code: code, systemCode: systemCode) }
    }

    // A VFS sets the methods of each file that must be closed, even if opening the file failed.
    deinit {
        _ = file.pointee.pMethods?.pointee.xClose(file)
        UnsafeMutableRawPointer(file).deallocate()
        sqlite3_free_filename(name)
    }

    /// The number of bytes in the file.
    func size() throws(Failure) -> Int {
        var size: Int64 = 0
        try check(file.pointee.pMethods?.pointee.xFileSize(file, &size))
        return Int(size)
    }

    /// Reads `count` bytes; `nil` if the file ends before that.
    func read(_ count: Int, at offset: Int) throws(Failure) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let code = file.pointee.pMethods?.pointee.xRead(file, &bytes, Int32(count), Int64(offset))
        // This is the code of a short read. Swift does not import the macro that builds it.
        if code == SQLITE_IOERR | 2 << 8 { return nil }
        try check(code)
        return bytes
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Failure) {
        try check(
            file.pointee.pMethods?.pointee.xWrite(file, bytes.baseAddress, Int32(bytes.count), Int64(offset)))
    }

    /// Makes all earlier writes durable.
    func synchronize() throws(Failure) { try check(file.pointee.pMethods?.pointee.xSync(file, SQLITE_SYNC_FULL)) }

    private func check(_ code: Int32?) throws(Failure) {
        guard code == SQLITE_OK else { throw Failure(code: code ?? SQLITE_CANTOPEN) }
    }
}
