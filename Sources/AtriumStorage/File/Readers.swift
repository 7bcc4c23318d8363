internal import AtriumSystem

/// The connections of a file that read: an inline one for short reads, on their callers' threads, and a queued one for long
/// reads, on the threads of a pool. Neither waits for the writer.
final class Readers: Sendable {
    private let inline: InlineReader
    private let queued = QueuedReader()
    private let opener: FileOpener
    private let storage: Storage

    init(opener: FileOpener, storage: Storage) {
        (self.opener, self.storage) = (opener, storage)
        inline = InlineReader(limit: storage.inlineReadLimit)
    }

    /// Runs a body at once; false if the inline reader is not free, or the body takes too long.
    func readInline(_ body: @Sendable (Connection) throws -> Void) throws -> Bool {
        defer { storage.openFiles.didRest() }
        return try inline.read(body)
    }

    /// Runs jobs on the queued reader, and answers them. Where the connections were closed meanwhile, it opens all of them by
    /// `openAll`: nobody would close one alone.
    func takeTurn(_ jobs: [Job], openAll: () throws -> Void) {
        let open = { [opener, storage] in
            try opener.naming { try storage.openFiles.withDescriptors(mayWait: false, opener.openReader) }
        }
        for job in jobs {
            do {
                while try !queued.run(job, unless: { inline.isClosed }, open: open) { try openAll() }
            } catch {
                job.fail(error)
            }
            storage.openFiles.didRest()
            job.answer()
        }
    }

    // MARK: - For the writer, which opens and closes all connections

    /// Whether there are no connections. A reader that is busy has one.
    var areClosed: Bool { inline.isClosed }

    /// Opens the inline reader; the queued one opens with its first job.
    func open() throws { inline.open(try opener.openReader()) }

    /// Waits for the reads that run.
    func close() {
        inline.close()
        queued.close()
    }

    /// Closes them unless a read runs at this moment; false if one does.
    func closeIfFree() -> Bool { queued.closeIfFree(inline.closeIfFree) }

    /// After a commit, and before its callers are answered: their next read sees it.
    func expireSnapshot() { inline.expireSnapshot() }

    /// Checkpoints through the writing connection, if its log is long.
    func checkpoint(through writer: Connection) { inline.checkpoint(through: writer) }
}
