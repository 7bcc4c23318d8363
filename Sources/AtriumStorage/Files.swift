#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The few file operations whose order decides what survives a crash.
package enum Files {
    /// Makes a folder if it is missing, with its parents; its entry is durable on return.
    package static func createFolder(_ path: String) throws {
        if mkdir(path, 0o750) == 0 { return try syncFolder(of: path) }
        if errno == EEXIST {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw failed("create", path) }
            return
        }
        let parent = folder(of: path)
        guard errno == ENOENT, parent != path else { throw failed("create", path) }
        try createFolder(parent)
        guard mkdir(path, 0o750) == 0 else { throw failed("create", path) }
        try syncFolder(of: path)
    }

    /// A file itself, whatever its name: another one in its place is another node.
    struct Node: Equatable {
        let device: UInt64, number: UInt64
    }

    static func node(_ path: String) -> Node? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Node(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Gives a file that is written its name, which is durable on return.
    static func place(_ file: String, at path: String) throws {
        var status = stat()
        guard stat(file, &status) == 0, chmod(file, status.st_mode & 0o640) == 0, rename(file, path) == 0 else {
            throw failed("write", path)
        }
        try syncFolder(of: path)
    }

    /// Removes a database with its -wal and -shm, and what a crash left of writing it; missing ones are fine.
    package static func removeDatabase(_ path: String) throws {
        // The WAL first: a database without its WAL is old, a WAL without its database is nothing.
        for name in [path + "-wal", path + "-shm", path, path + ".tmp"] where unlink(name) != 0 && errno != ENOENT {
            throw failed("remove", name)
        }
        try syncFolder(of: path)
    }

    /// Makes the names in the folder of a path durable.
    package static func syncFolder(of path: String) throws {
        let folder = folder(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failed("synchronize", folder) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func failed(_ verb: String, _ path: String) -> DatabaseError {
        DatabaseError(kind: .inputOutput, message: "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}

/// Keeps a data folder to one process: SQLite's WAL-reset bug needs two connections that write.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Throws ``DatabaseError`` of kind `busy` while another process, or this one, holds the folder.
    package init(_ folder: String) throws {
        let path = folder + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw Files.failed("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // The descriptor is closed by deinit, which runs: everything is initialized.
            let isHeld = errno == EWOULDBLOCK
            let error = Files.failed("lock", path)
            throw isHeld
                ? DatabaseError(
                    kind: .busy, message: "\(folder) is in use by another process; one process opens a folder")
                : error
        }
    }

    /// Gives the folder free before the lock itself goes.
    package func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
