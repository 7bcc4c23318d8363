private import Synchronization

/// What the files of one data folder share: threads, settings, and the bound on how many are open at once.
package final class Storage: Sendable {
    package let settings: ConnectionSettings
    /// The time that a read may take on its caller's thread.
    package let inlineReadLimit: Duration
    let writers: ThreadPool
    let readers: ThreadPool
    private let openLimit: Int
    private let openFiles = Locked<[ObjectIdentifier: DatabaseFile]>([:])
    private let ticks = Atomic<UInt64>(0)

    package init(
        settings: ConnectionSettings, inlineReadLimit: Duration, openFiles: Int, writerThreads: Int, readerThreads: Int
    ) {
        self.settings = settings
        self.inlineReadLimit = inlineReadLimit
        openLimit = openFiles
        writers = ThreadPool(name: "atrium writer", threads: writerThreads)
        readers = ThreadPool(name: "atrium reader", threads: readerThreads)
    }

    /// Ends the threads; close every file first.
    package func stop() {
        writers.stop()
        readers.stop()
    }

    /// How many files are open.
    package var openCount: Int { openFiles.withLock(\.count) }

    func tick() -> UInt64 { ticks.add(1, ordering: .relaxed).newValue }

    /// Closes the file that was not used for the longest time when there are too many.
    func didOpen(_ file: DatabaseFile) {
        let surplus = openFiles.withLock { files -> DatabaseFile? in
            files[ObjectIdentifier(file)] = file
            guard files.count > openLimit else { return nil }
            return files.values.lazy.filter { $0 !== file }.min {
                $0.lastUse.load(ordering: .relaxed) < $1.lastUse.load(ordering: .relaxed)
            }
        }
        if let surplus { Task { await surplus.closeIfIdle() } }
    }

    func didClose(_ file: DatabaseFile) {
        openFiles.withLock { $0[ObjectIdentifier(file)] = nil }
    }
}
