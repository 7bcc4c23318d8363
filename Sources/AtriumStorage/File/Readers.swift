internal import AtriumSystem

/// The reading connections of a file. Short reads run on the inline reader, on their callers' threads. Long reads run on the
/// queued reader, on the threads of a pool, and opens with its first request. Neither waits for the writer. ``InlineReader`` explains snapshots and checkpoints.
final class Readers: Sendable {
    let inline: InlineReader
    private let queued = QueuedReader()
    private let opener: FileOpener
    private let storage: Storage

    init(opener: FileOpener, storage: Storage) {
        (self.opener, self.storage) = (opener, storage)
        inline = InlineReader(limit: storage.inlineReadLimit)
    }

    /// Runs a body at once. Returns false if the inline reader is not free, or the body takes too long.
    func readInline(_ body: @Sendable (Connection) throws -> Void) throws -> Bool {
        defer { storage.openFiles.signalWaiting() }
        return try inline.read(body)
    }

    /// Runs requests on the queued reader, and answers them. If the file's connections were closed before that, opens all of them
    /// with `openAll`. If the queued reader were the only open connection, nothing would close it.
    func takeTurn(_ requests: [UnitRequest], openAll: () throws -> Void) {
        let open = { [opener, storage] in
            try opener.naming { try storage.openFiles.withDescriptors(mayWait: false, opener.openReader) }
        }
        for request in requests {
            do {
                while try !queued.run(request, unless: { inline.isClosed }, open: open) { try openAll() }
            } catch {
                request.fail(error)
            }
            storage.openFiles.signalWaiting()
            request.answer()
        }
    }

    // MARK: - For the writer, which opens and closes all connections

    /// Whether there are no connections. A busy reader has one.
    var areClosed: Bool { inline.isClosed }

    /// Waits for the running reads, then closes the connections. `isLost` says that the file or its WAL was deleted or replaced
    /// (``Connection/close(isLost:)``).
    func close(isLost: Bool = false) {
        inline.refuse()
        queued.close(isLost: isLost) { inline.close(isLost: isLost) }
    }

    /// Closes the connections. If a read is running, closes nothing and returns false.
    func closeIfFree(isLost: Bool) -> Bool {
        queued.closeIfFree(isLost: isLost) { inline.closeIfFree(isLost: isLost) }
    }
}
