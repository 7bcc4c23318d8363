internal import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file opened for reading through SQLite's VFS, as SQLite reads it: https://sqlite.org/c3ref/vfs.html.
///
/// Reading it in another way would be wrong where a VFS stores pages in a form of its own, and closing it would drop the locks
/// that the process holds on the same file: https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
final class VFSFile {
    enum Kind { case database, log }

    private let name: sqlite3_filename
    private let file: UnsafeMutablePointer<sqlite3_file>
    let size: Int

    /// `nil` if there is no such file, or something else: opening a pipe would wait for its other end. Throws if it is there and
    /// cannot be opened.
    init?(_ database: String, _ kind: Kind, vfs: String?) throws {
        let wanted = kind == .log ? database + "-wal" : database
        guard Files.type(of: wanted, following: false) == S_IFREG else { return nil }
        guard let vfs = sqlite3_vfs_find(vfs),
            let name = sqlite3_create_filename(database, database + "-journal", database + "-wal", 0, nil)
        else { return nil }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: Int(vfs.pointee.szOsFile), alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Int(vfs.pointee.szOsFile))
        let file = memory.assumingMemoryBound(to: sqlite3_file.self)
        var flags = SQLITE_OPEN_READONLY | (kind == .log ? SQLITE_OPEN_WAL : SQLITE_OPEN_MAIN_DB)
        let path = kind == .log ? sqlite3_filename_wal(name) : sqlite3_filename_database(name)
        var code = vfs.pointee.xOpen(vfs, path, file, flags, &flags)
        let systemCode = errno
        var size: Int64 = 0
        if code == SQLITE_OK { code = file.pointee.pMethods?.pointee.xFileSize(file, &size) ?? SQLITE_CANTOPEN }
        guard code == SQLITE_OK else {
            _ = file.pointee.pMethods?.pointee.xClose(file)
            memory.deallocate()
            sqlite3_free_filename(name)
            let error = DatabaseError(code: code, sqliteMessage: "", sql: nil)
            throw OpeningFault(path: database, access: .read).explain(error, systemCode: systemCode)
        }
        (self.name, self.file, self.size) = (name, file, Int(size))
    }

    deinit {
        _ = file.pointee.pMethods?.pointee.xClose(file)
        UnsafeMutableRawPointer(file).deallocate()
        sqlite3_free_filename(name)
    }

    /// So many bytes at a place; `nil` if they are not all there.
    func read(_ count: Int, at offset: Int) throws -> [UInt8]? {
        guard offset + count <= size else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        let code = file.pointee.pMethods?.pointee.xRead(file, &bytes, Int32(count), Int64(offset))
        // sqlite3.h builds the code of a short read with a macro.
        if code == SQLITE_IOERR | 2 << 8 { return nil }
        guard code == SQLITE_OK else { throw DatabaseError(code: code ?? SQLITE_IOERR, sqliteMessage: "", sql: nil) }
        return bytes
    }
}
