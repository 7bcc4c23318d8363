internal import CSQLite

/// Checks that the WAL next to a database belongs to it, before SQLite recovers the WAL.
///
/// A WAL is there after a crash, or because somebody copied files. Each commit in a file's own WAL carries a ``FileMark``,
/// which names the file, the commit and the commit before it. The last checkpoint left the database at one of these commits, or
/// at the commit before the first of them. Frames that SQLite would not recover do not count: incomplete ones, uncommitted
/// ones, and those of an earlier use of the WAL. https://sqlite.org/fileformat.html#the_write_ahead_log
package struct WALCheck {
    private let log: VFSFile
    private let size: Int
    private let pageSize: Int
    private let isBigEndian: Bool
    private let salts: [UInt8]
    private var sum: (first: UInt32, second: UInt32)

    /// Throws ``DatabaseError`` of kind `foreign` for a WAL that belongs to another file, or to another version of this file.
    static func check(_ path: String, vfs: String?) throws { try explaining(path) { try compare(path, vfs: vfs) } }

    /// Throws ``DatabaseError`` of kind `foreign` for another owner's file. A missing file, or a file without a mark, belongs
    /// to nobody and passes.
    package static func checkOwner(of path: String, is identity: String, vfs: String?) throws {
        try explaining(path) {
            guard let mark = try open(path, .database, vfs: vfs).flatMap(mark), mark.identity != identity else {
                return
            }
            throw DatabaseError.foreign(path, found: mark.identity, instead: identity)
        }
    }

    private static func explaining(_ path: String, _ read: () throws -> Void) throws {
        do {
            try read()
        } catch let failure as VFSFile.Failure {
            let error = DatabaseError(code: failure.code, sqliteMessage: "", sql: nil)
            throw OpeningFault(path: path, access: .read).explain(error, systemCode: failure.systemCode)
        }
    }

    private static func compare(_ path: String, vfs: String?) throws {
        guard let database = try open(path, .database, vfs: vfs) else { return }
        let mark = try mark(of: database)
        if mark != nil, Files.exists(path + "-journal") {
            throw DatabaseError.foreignWAL(path + "-journal", "does not belong to a file in WAL mode")
        }
        guard let log = try open(path, .log, vfs: vfs), var check = try WALCheck(log) else { return }
        guard let commits = try check.commits(path) else { return }
        let isOwn = commits.allSatisfy { $0.identity == (mark ?? commits[0]).identity }
        guard isOwn else { throw DatabaseError.foreignWAL(path + "-wal", "belongs to another file") }
        let known = mark?.latest ?? FileMark.origin
        if commits[0].previous == known || commits.contains(where: { $0.latest == known }) { return }
        throw DatabaseError.foreignWAL(path + "-wal", "is from another time than the database")
    }

    /// Opens a database or its WAL; `nil` if there is no regular file. (Opening a pipe would wait for its other end.)
    private static func open(_ path: String, _ kind: VFSFile.Kind, vfs: String?) throws -> VFSFile? {
        guard Files.size(of: kind == .log ? path + "-wal" : path) != nil else { return nil }
        return try VFSFile(path, kind, flags: SQLITE_OPEN_READONLY, vfs: vfs)
    }

    private static func mark(of database: VFSFile) throws -> FileMark? {
        guard let size = try database.read(2, at: 16) else { return nil }
        // 1 means 65,536.
        let pageSize = size == [0, 1] ? 65_536 : Int(size[0]) << 8 | Int(size[1])
        guard pageSize >= 512 else { return nil }
        return try database.read(pageSize, at: pageSize * (FileMark.page - 1)).flatMap(FileMark.init(page:))
    }

    /// Reads the WAL's header; `nil` for a WAL that SQLite would not recover.
    private init?(_ log: VFSFile) throws {
        guard let header = try log.read(32, at: 0), let magic = header.word(at: 0), magic | 1 == 0x377F_0683,
            let size = header.word(at: 8), (512...65_536).contains(size)
        else { return nil }
        (self.log, self.size, pageSize) = (log, try log.size(), Int(size))
        (isBigEndian, salts) = (magic & 1 == 1, Array(header[16..<24]))
        sum = (0, 0)
        add(header[..<24])
        guard header.word(at: 24) == sum.first, header.word(at: 28) == sum.second else { return nil }
    }

    /// The marks of the WAL's commits in order; `nil` if the WAL has no commit. Throws if a commit has no mark.
    private mutating func commits(_ path: String) throws -> [FileMark]? {
        var (marks, pending): ([FileMark], FileMark?) = ([], nil)
        var committed: UInt32?
        for start in stride(from: 32, through: size - 24 - pageSize, by: 24 + pageSize) {
            guard let frame = try log.read(24 + pageSize, at: start), Array(frame[8..<16]) == salts else { break }
            add(frame[..<8])
            add(frame[24...])
            guard frame.word(at: 16) == sum.first, frame.word(at: 20) == sum.second else { break }
            let number = frame.word(at: 0)
            if number == UInt32(FileMark.page) { pending = FileMark(page: Array(frame[24...])) }
            // A frame with the database's size in pages ends a transaction.
            let isCommit = frame.word(at: 4) != 0
            defer { committed = isCommit ? number : nil }
            // SQLite repeats the last page to fill the disk's sector.
            if !isCommit || pending == nil && committed == number { continue }
            guard let mark = pending else { throw DatabaseError.foreignWAL(path + "-wal", "belongs to another file") }
            marks.append(mark)
            pending = nil
        }
        return marks.isEmpty ? nil : marks
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { bytes in
            for place in stride(from: 0, to: bytes.count - 7, by: 8) {
                let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                let second = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
                sum.first &+= (isBigEndian ? UInt32(bigEndian: first) : UInt32(littleEndian: first)) &+ sum.second
                sum.second &+= (isBigEndian ? UInt32(bigEndian: second) : UInt32(littleEndian: second)) &+ sum.first
            }
        }
    }
}

extension [UInt8] {
    /// Four bytes, the most significant first.
    fileprivate func word(at place: Int) -> UInt32? {
        guard place + 4 <= count else { return nil }
        return self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
