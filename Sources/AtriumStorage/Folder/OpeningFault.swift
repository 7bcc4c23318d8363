internal import CSQLite
internal import Foundation

/// Looks at a file to find out why it could not be opened. SQLite has only one message for everything that can be wrong with a
/// path.
struct OpeningFault {
    let path: String
    let access: Connection.Access

    /// Prepares the file before SQLite opens it for writing: throws if it was lost, creates a missing one if `access` allows
    /// it, and makes it private.
    func prepare() throws {
        guard access.isWriting else { return }
        if access.isCreating {
            if Files.size(of: path) ?? 0 == 0, Files.size(of: path + "-wal") ?? 0 > 0 {
                // SQLite would delete the -wal, because its database is gone.
                throw DatabaseError.lost(
                    path, "its -wal is there without it", remedy: "restore it from a backup, or move the -wal away")
            }
            do { try Files.createFile(path) } catch let error as DatabaseError { throw explain(error, systemCode: 0) }
        } else if Files.type(of: path, following: false) == nil, Files.type(of: Files.folder(of: path)) == S_IFDIR {
            throw DatabaseError.lost(path, "there is no such file, and no new one is made in its place")
        } else if Files.size(of: path) == 0 {
            // SQLite would take it for a new database.
            throw DatabaseError.lost(path, "it is empty")
        }
        Files.makePrivate(path)
    }

    /// SQLite's error with the path, the cause and the remedy, instead of the statement that failed.
    func explain(_ error: DatabaseError, systemCode: Int32) -> DatabaseError {
        func because(_ cause: String, kind: DatabaseError.Kind? = nil) -> DatabaseError {
            DatabaseError(
                kind: kind ?? error.kind, extendedCode: error.extendedCode, message: "cannot open \(path): \(cause)")
        }
        switch error.kind {
        case .corrupt where error.extendedCode & 0xFF == SQLITE_NOTADB:
            return because("it is not a database; restore it from a backup")
        case .corrupt where error.extendedCode == 0: return because("\(error.message); restore it from a backup")
        case .corrupt: return because("it is damaged; restore it from a backup")
        case .busy: return because("another process has locked it; close that one")
        case .full: return because(Self.noRoom)
        case .unavailable, .readOnly, .inputOutput:
            if Descriptors.areExhausted(systemCode) {
                return because(Descriptors.shortage(systemCode), kind: .exhausted)
            }
            if let cause { return because(cause, kind: error.kind == .readOnly ? .readOnly : .unavailable) }
            // SQLite opens a file for reading if it cannot open it for writing. With no other cause, another thread may have
            // taken the last descriptor.
            if error.kind == .readOnly { return because(Descriptors.shortage(EMFILE), kind: .exhausted) }
            // SQLite needs the whole -shm on the disk: https://sqlite.org/walformat.html#the_wal_index_file_format
            if [ENOSPC, EDQUOT].contains(systemCode) { return because(Self.noRoom, kind: .full) }
            let system = systemCode == 0 ? "" : ", \(String(cString: strerror(systemCode)))"
            let cause = String(cString: sqlite3_errstr(error.extendedCode))
            return because("\(cause)\(system); look at the file and its folder")
        default: return error.withPath(path)
        }
    }

    /// What is wrong with the path or the file there, with the remedy; `nil` if nothing is found.
    private var cause: String? {
        let folder = Files.folder(of: path)
        switch Files.type(of: folder) {
        case nil:
            return
                "there is no folder \(folder), or it cannot be entered; make it, or give the user that runs the process access"
        case S_IFDIR: break
        default: return "\(folder) is a file where a folder is needed; move it away"
        }
        switch Files.type(of: path, following: false) {
        case nil where errno == EACCES: return Self.forbidden(folder)
        case nil where access.isCreating: return Self.forbidden(folder)
        case nil: return "there is no such file, and no new one is made in its place; restore it from a backup"
        case S_IFLNK: return "it is a symbolic link, which is not followed; put the file itself there"
        case S_IFDIR: return "it is a folder where a file is needed; move it away, and restore the file from a backup"
        case S_IFREG: break
        default: return "it is not a regular file; move it away, and restore the file from a backup"
        }
        for name in [path, path + "-wal", path + "-shm"] {
            switch Files.type(of: name, following: false) {
            case nil: continue
            case S_IFREG where Files.mayUse(name): continue
            case S_IFREG: return Self.forbidden(name)
            default: return "\(name) is not a regular file; move it away"
            }
        }
        if !Files.mayUse(folder) { return Self.forbidden(folder) }
        if let link = Files.link(on: folder) {
            return "\(link) is a symbolic link, which is not followed; put the folder there"
        }
        return nil
    }

    private static let noRoom = "the disk is full; make room"

    private static func forbidden(_ name: String) -> String {
        "the user that runs the process may not read and write \(name); give it access, on a writable file system"
    }
}

extension DatabaseError {
    /// The same error with the path of the file, unless the message contains it already.
    func withPath(_ path: String) -> DatabaseError {
        // A NUL byte would end the text in a terminal.
        let path = path.replacing("\0", with: "\\0")
        if message.contains(path) { return self }
        return DatabaseError(kind: kind, extendedCode: extendedCode, message: "\(path): \(message)", sql: sql)
    }

    /// The same error with the name of the file's owner, if there is one.
    func belonging(to owner: String?) -> DatabaseError {
        guard let owner else { return self }
        return DatabaseError(kind: kind, extendedCode: extendedCode, message: "\(owner): \(message)", sql: sql)
    }

    /// Whether the file is at fault, and not the statement that failed.
    var concernsFile: Bool { [.corrupt, .inputOutput, .full, .unavailable, .exhausted].contains(kind) }
}
