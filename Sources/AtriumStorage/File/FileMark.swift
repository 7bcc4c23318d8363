internal import AtriumSystem
internal import CSQLite

/// Which file a file is, and which of its commits is the last: one row, `kernel_file`, that each commit writes.
///
/// The row also holds the head of the file's audit chain, which most commits write anyway: one page for both.
///
/// The table is the first that a file gets, so its row stands alone on the second page, of every version of every file. It can
/// be read there without SQLite, in the database as in its log. That matters because SQLite takes a log for that of the
/// database beside which it lies: it mixes another file's pages in, and each of them is sound.
/// https://sqlite.org/fileformat.html#b_tree_pages
package struct FileMark: Sendable, Equatable {
    /// The name of the file's owner: a file of another one is refused.
    package let identity: String
    /// Eight random bytes of the commit before the last, and of the last.
    let previous: [UInt8]
    package let latest: [UInt8]

    /// What one commit leaves in the row.
    struct Commit {
        /// Eight random bytes.
        let name: [UInt8]
        let head: ChainHead
    }

    static let page = 2
    static let commitSize = 8
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

    /// Reads the page of a file; `nil` if it holds something else.
    init?(page: [UInt8]) {
        // A leaf of a table with one cell: its address, then payload size, row id, and the record, whose last column is last.
        guard page.count >= 512, page[0] == 0x0D, page[3] == 0, page[4] == 1 else { return nil }
        let cell = Int(page[8]) << 8 | Int(page[9])
        guard cell + 2 < page.count, page[cell] < 0x80, page[cell + 1] == 1 else { return nil }
        let record = page[(cell + 2)...].prefix(Int(page[cell]))
        // The size of its header, NULL for the row id, and the types of four columns, each in one byte.
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

/// The head of the file's audit chain. The units of one transaction hand it on to each other in memory, so that it is written
/// once and not by each of them; a unit that fails hands on what it got.
package struct ChainHead: Sendable, Equatable {
    /// How many entries the chain has.
    package var entries: Int
    /// The last one's hash.
    package var hash: [UInt8]
}

extension Connection {
    /// The file's mark as the connection sees it; `nil` if it has none, and so is no file of ours.
    package func mark() throws -> FileMark? {
        let hasTable = try kernel.one("SELECT count(*) FROM sqlite_schema WHERE name = 'kernel_file'", as: Int.self)
        guard hasTable == 1 else { return nil }
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

    /// Throws unless the file is that of an owner, by its mark; a new one may have none. From here on its log is its own: until
    /// then, closing the connection leaves the file as it is.
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

    /// After a commit: the error if the file was deleted or replaced while it is open. What is written goes where nobody looks then.
    /// The connection is of no more use, and closing it touches nothing that lies there now.
    func displacement(closeReaders: () -> Void) -> DatabaseError? {
        let now = Files.nodes(of: path)
        if now == nodes { return nil }
        // Nobody reads on in what was there. The snapshot of a reader would keep what came after it from being saved, too.
        closeReaders()
        let hasDatabase = now.first == nodes.first
        // Only the log is gone: what it holds is saved.
        let isSaved = hasDatabase && checkpoint()
        try? setCheckpointsOnClose(false)
        let what =
            if isSaved {
                "-wal was deleted or replaced while it was open; nothing of it is lost: move away what lies there"
            } else if hasDatabase {
                "-wal was deleted or replaced while it was open, and what was committed last could not be saved from it; "
                    + "move away what lies there"
            } else {
                " was deleted or replaced while it was open; put the right file there"
            }
        return DatabaseError(
            kind: isSaved ? .outcomeUnknown : .lost, message: "\(path)\(what), and read before trying again")
    }

    /// Writes the mark of the commit that follows, and returns what it says; `nil` when nothing was changed. What changes the file
    /// changes its mark: each commit in its log says whose it is, and which came before.
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

    /// Commits, with the mark that was written.
    func commit(_ commit: FileMark.Commit?) throws {
        try perform(.commit)
        guard let commit else { return }
        (lastCommit, committedHead, committedChanges) = (commit.name, commit.head, totalChanges)
    }

    // MARK: - The chain's head

    /// The head of the file's audit chain in the transaction that is under way.
    package func chainHead() throws -> ChainHead {
        if let head = nextHead ?? committedHead { return head }
        return try kernel.one("SELECT entries, head FROM kernel_file") {
            ChainHead(entries: try $0[0], hash: try $0[1])
        }
    }

    /// Writes what a unit of a draft handed on: there is no commit that would.
    func writeChainHead() throws {
        guard let nextHead else { return }
        try kernel.run("UPDATE kernel_file SET entries = \(nextHead.entries), head = \(nextHead.hash)")
    }
}
