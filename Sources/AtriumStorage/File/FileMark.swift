internal import AtriumSystem
internal import CSQLite

/// Identifies a file and its last commit: one row of the table `kernel_file`, which each commit writes (``GroupCommit``).
///
/// The row also holds the head of the file's audit chain. Most commits change the head anyway, so both take one page.
///
/// The table is the first one in each file. So its row is alone on the second page, in every version of every file. There it
/// can be read without SQLite, in the database and in its WAL. This matters because SQLite does not check whether a WAL belongs
/// to the database next to it. It would mix in another file's pages, and each of these pages is sound (``WALCheck``).
/// https://sqlite.org/fileformat.html#b_tree_pages
package struct FileMark: Sendable, Equatable {
    /// The name of the file's owner. A file with another owner is refused.
    package let identity: String
    /// The name of the commit before the last one: eight random bytes.
    let previous: [UInt8]
    /// The name of the last commit: eight random bytes.
    package let latest: [UInt8]

    /// What one commit writes into the row.
    struct Commit {
        /// Eight random bytes.
        let name: [UInt8]
        let head: ChainHead
    }

    /// The number of the page that holds the row.
    static let page = 2
    /// The length of a commit's name.
    static let commitSize = 8
    /// The name that means "before the first commit".
    static let origin = [UInt8](repeating: 0, count: commitSize)

    static let table: SQL = """
        CREATE TABLE kernel_file (
            row INTEGER PRIMARY KEY CHECK (row = 1), identity TEXT NOT NULL, entries INTEGER NOT NULL, head BLOB NOT NULL,
            commits BLOB NOT NULL) STRICT
        """

    init(identity: String, commits: [UInt8]) {
        self.identity = identity
        (previous, latest) = (Array(commits.prefix(Self.commitSize)), Array(commits.dropFirst(Self.commitSize)))
    }

    /// Reads the mark from the second page of a file; `nil` if the page holds something else.
    init?(page: [UInt8]) {
        // The page is a leaf of a table with one cell. It has the cell's address. The cell has the payload size, the row id and
        // the record, which ends with the last column.
        guard page.count >= 512, page[0] == 0x0D, page[3] == 0, page[4] == 1 else { return nil }
        let cell = Int(page[8]) << 8 | Int(page[9])
        guard cell + 2 < page.count, page[cell] < 0x80, page[cell + 1] == 1 else { return nil }
        let record = page[(cell + 2)...].prefix(Int(page[cell]))
        // The record begins with the size of its header, NULL for the row id, and the types of four columns, one byte each.
        guard record.count == Int(page[cell]), record.count > 6 else { return nil }
        let types = Array(record.prefix(6))
        let (text, blob) = ((Int(types[2]) - 13) / 2, (Int(types[5]) - 12) / 2)
        guard types[0] == 6, types[1] == 0, text >= 0, blob == 2 * Self.commitSize, 6 + text + blob <= record.count
        else { return nil }
        self.init(
            identity: String(decoding: record.dropFirst(6).prefix(text), as: UTF8.self),
            commits: Array(record.suffix(blob)))
    }
}

/// The head of the file's audit chain. ``GroupCommit`` explains how units pass it on to each other.
package struct ChainHead: Sendable, Equatable {
    /// The number of entries in the chain.
    package var entries: Int
    /// The hash of the last entry.
    package var hash: [UInt8]
}

extension Connection {
    /// The file's mark as the connection sees it. `nil` if the file has none: it is new, or it belongs to another program.
    package func mark() throws -> FileMark? {
        guard authorizer.knownTables.contains("kernel_file") else { return nil }
        return try kernel.first("SELECT identity, commits FROM kernel_file") {
            FileMark(identity: try $0[0], commits: try $0[1])
        }
    }

    /// Gives a new database its mark.
    func makeMark(of identity: String) throws {
        try kernel.run(FileMark.table)
        try kernel.run(
            "INSERT INTO kernel_file VALUES (1, \(identity), 0, zeroblob(32), \(FileMark.origin + FileMark.origin))")
    }

    /// Throws unless the file's mark names an owner. A new file may have no mark. Until this check has passed, closing the
    /// connection leaves the file and the WAL as they are, because the WAL may belong to another file.
    func checkMark(is identity: String, mayBeNew: Bool) throws {
        if let mark = try mark() {
            guard mark.identity == identity else {
                throw DatabaseError.foreign(path, found: mark.identity, instead: identity)
            }
            lastCommit = mark.latest
        } else {
            let tables = try kernel.one("SELECT count(*) FROM sqlite_schema", as: Int.self)
            guard mayBeNew, tables == 0 else {
                throw DatabaseError.lost(path, tables == 0 ? "it is empty" : "it is another program's database")
            }
            lastCommit = FileMark.origin
        }
        try setCheckpointsOnClose(true)
    }

    /// The error after a commit if the database or its WAL was deleted or replaced while it was open; `nil` if both are in
    /// place. A deleted file still takes writes, but nobody can open it again. After an error the connection is useless, and
    /// closing it does not change the files that are in place now.
    func displacement(closeReaders: () -> Void) -> DatabaseError? {
        let now = Files.nodes(of: path)
        if now == nodes { return nil }
        // No read may continue in the old file. Also, a reader's snapshot would prevent the checkpoint from saving later
        // commits.
        closeReaders()
        let hasDatabase = now.first == nodes.first
        // If only the WAL is gone, a checkpoint saves what the WAL holds.
        let isSaved = hasDatabase && checkpoint()
        try? setCheckpointsOnClose(false)
        let what =
            if isSaved {
                "-wal was deleted or replaced while it was open; nothing of it is lost: move away any file that is there now"
            } else if hasDatabase {
                "-wal was deleted or replaced while it was open, and the last commits could not be saved from it; "
                    + "move away any file that is there now"
            } else {
                " was deleted or replaced while it was open; put the right file there"
            }
        return DatabaseError(
            kind: isSaved ? .outcomeUnknown : .lost, message: "\(path)\(what), and read before trying again")
    }

    /// Writes the mark of the next commit and returns its content; `nil` if the transaction changed nothing.
    func writeMark() throws -> FileMark.Commit? {
        guard totalChanges != committedChanges, let lastCommit else { return nil }
        let commit = FileMark.Commit(name: SystemRandom.bytes(FileMark.commitSize), head: try chainHead())
        try kernel.run(
            """
            UPDATE kernel_file
            SET entries = \(commit.head.entries), head = \(commit.head.hash), commits = \(lastCommit + commit.name)
            """)
        return commit
    }

    /// Commits, and remembers the content of the mark that ``writeMark()`` wrote.
    func commit(_ commit: FileMark.Commit?) throws {
        try perform(.commit)
        guard let commit else { return }
        (lastCommit, committedHead, committedChanges) = (commit.name, commit.head, totalChanges)
    }

    // MARK: - The chain's head

    /// The head of the file's audit chain in the open transaction.
    package func chainHead() throws -> ChainHead {
        if let head = nextHead ?? committedHead { return head }
        return try kernel.one("SELECT entries, head FROM kernel_file") {
            ChainHead(entries: try $0[0], hash: try $0[1])
        }
    }

    /// Writes the head that a unit of a draft has passed on. A draft has no commit that would write it.
    func writeChainHead() throws {
        guard let nextHead else { return }
        try kernel.run("UPDATE kernel_file SET entries = \(nextHead.entries), head = \(nextHead.hash)")
    }
}
