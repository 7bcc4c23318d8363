internal import CSQLite
// Foundation brings the C library of each system with it: Glibc, Musl or Darwin.
internal import Foundation

/// The file operations. Their order decides what survives a crash. Their file modes decide who else can read the data.
///
/// Only the owner can use the files and folders that they create, whatever the umask is. SQLite gives -wal and -shm the mode of
/// their database.
package enum Files {
    /// Creates a folder with its parents, if it is missing. When this returns, the entry of a new folder is durable.
    package static func createFolder(_ path: String) throws {
        var code = mkdir(path, 0o700) == 0 ? 0 : errno
        let parent = folder(of: path)
        if code == ENOENT, parent != path {
            try createFolder(parent)
            code = mkdir(path, 0o700) == 0 ? 0 : errno
        }
        if code == EEXIST, type(of: path) == S_IFDIR { return }
        guard code == 0, chmod(path, 0o700) == 0 else { throw failed("create", path, code: code == 0 ? errno : code) }
        try syncFolder(of: path)
    }

    /// Identifies a file independently of its name: another file in its place has another node.
    struct Node: Equatable {
        let device: UInt64, number: UInt64
    }

    static func node(_ path: String) -> Node? {
        var (device, number): (UInt64, UInt64) = (0, 0)
        return atrium_file_node(path, &device, &number) == 0 ? Node(device: device, number: number) : nil
    }

    /// The nodes of the database at this path and of its WAL, as they are now; `nil` for a missing file.
    static func nodes(of path: String) -> [Node?] { [node(path), node(path + "-wal")] }

    /// Creates an empty file, if there is none.
    static func createFile(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw failed("create", path)
        }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw failed("create", path) }
    }

    /// Removes the permissions of everybody but the owner from a database, its -wal and its -shm. An earlier version or a copy
    /// may have left the files readable. A process that does not own the files cannot do this. In that case only the folder's
    /// mode protects them.
    static func makePrivate(_ path: String) {
        for name in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else {
                continue
            }
            chmod(name, status.st_mode & 0o700)
        }
    }

    /// The mode of a folder that users other than its owner may enter, list or change; `nil` for any other folder.
    package static func modeForOthers(of folder: String) -> Int? {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
        return Int(status.st_mode & 0o7777)
    }

    /// What an operator reads about such a folder.
    package static func warning(folder: String, mode: Int) -> String {
        "users other than its owner can use the folder \(folder), whose mode is \(String(mode, radix: 8)); chmod 700 it"
    }

    /// The path of a folder without symbolic links. SQLite follows no links, and an operator may have put one in the path.
    package static func resolved(_ folder: String) throws -> String {
        guard let resolved = realpath(folder, nil) else { throw failed("open", folder) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder, in no particular order.
    package static func names(in folder: String) throws -> [String] {
        guard let entries = opendir(folder) else { throw failed("list", folder) }
        defer { closedir(entries) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            names.append(name)
            errno = 0
        }
        if errno != 0 { throw failed("list", folder) }
        return names
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The size of a regular file in bytes; `nil` if there is no regular file.
    static func size(of path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// The type of the file at a path, such as `S_IFREG` or `S_IFDIR`. `nil` if there is no file, or if the process may not
    /// look.
    static func type(of path: String, following: Bool = true) -> mode_t? {
        var status = stat()
        return (following ? stat(path, &status) : lstat(path, &status)) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Whether this process may read and write a file, or create files in a folder.
    static func mayUse(_ path: String) -> Bool { access(path, R_OK | W_OK) == 0 }

    /// The first symbolic link in the path of a folder; `nil` if there is none.
    static func link(on folder: String) -> String? {
        let parent = self.folder(of: folder)
        if parent != folder, let link = link(on: parent) { return link }
        return type(of: folder, following: false) == S_IFLNK ? folder : nil
    }

    /// Gives a finished file its final name. When this returns, the name is durable.
    static func place(_ file: String, at path: String) throws {
        guard rename(file, path) == 0 else { throw failed("write", path) }
        try syncFolder(of: path)
    }

    /// Removes a database with its -wal, its -shm, and the temporary file that a crash can leave. Missing files are no error.
    package static func removeDatabase(_ path: String) throws {
        // The WAL is removed first: a database without its WAL is out of date, a WAL without its database is useless.
        for name in [path + "-wal", path + "-shm", path, path + ".tmp"] where unlink(name) != 0 && errno != ENOENT {
            throw failed("remove", name)
        }
        try syncFolder(of: path)
    }

    /// Makes all names in the folder of a path durable.
    package static func syncFolder(of path: String) throws {
        let folder = folder(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failed("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failed("synchronize", folder) }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The error of a failed system call, with the remedy.
    static func failed(_ verb: String, _ path: String, code: Int32 = errno) -> DatabaseError {
        let (kind, cause): (DatabaseError.Kind, String) =
            switch code {
            case EMFILE, ENFILE: (.exhausted, Descriptors.shortage(code))
            case ENOSPC, EDQUOT: (.full, "the disk is full; make room")
            case EROFS: (.readOnly, "its file system is read-only; use another one")
            case EACCES, EPERM:
                (.unavailable, "the user that runs the process has no access; give it access, or name another folder")
            case EEXIST, ENOTDIR:
                (.unavailable, "a file or a broken link is in the place of a folder; move it away")
            case EISDIR: (.unavailable, "a folder is in the place of a file; move it away")
            case ENOENT: (.unavailable, "its folder is missing; put it back")
            case ELOOP, ENAMETOOLONG: (.unavailable, "\(String(cString: strerror(code))); name another folder")
            default: (.inputOutput, String(cString: strerror(code)))
            }
        return DatabaseError(kind: kind, message: "cannot \(verb) \(path): \(cause)")
    }
}
