internal import AtriumSystem
private import CSQLite
private import Synchronization

/// What the files of one data folder share: threads, settings, and the limit of open files.
package final class Storage: Sendable {
    package let settings: ConnectionSettings
    /// The time that a read may take on its caller's thread.
    package let inlineReadLimit: Duration
    /// How long units may join a transaction while it runs (``GroupCommit``). It is not much longer than the commit that they
    /// save. A long unit that joins delays the units before it, in the same way as a long unit that waited with them.
    package let joinLimit: Duration
    let writers: ThreadPool
    let readers: ThreadPool
    let templates: TemplatePool
    let openFiles: OpenFiles
    /// The lock of the folder that holds all the files.
    let lock: FolderLock?
    /// Turns SQLite's memory statistics off, once in a process: at each allocation they take a lock that all threads share. If
    /// SQLite is already in use, it refuses this:
    /// https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus
    private static let memoryStatistics = atrium_config_memory_statistics_off()
    private let ticks = Atomic<UInt64>(0)

    /// While `openFiles` files are in use, opening another one waits at most for `patience`.
    package init(
        settings: ConnectionSettings, inlineReadLimit: Duration, joinLimit: Duration = .milliseconds(2), openFiles: Int,
        patience: Duration = .seconds(60), writerThreads: Int, readerThreads: Int, templates: TemplatePool = .shared,
        lock: FolderLock? = nil
    ) {
        _ = Self.memoryStatistics
        self.settings = settings
        self.inlineReadLimit = inlineReadLimit
        self.joinLimit = joinLimit
        self.templates = templates
        self.lock = lock
        self.openFiles = OpenFiles(limit: openFiles, patience: patience)
        writers = ThreadPool(name: "atrium writer", threads: writerThreads)
        readers = ThreadPool(name: "atrium reader", threads: readerThreads)
    }

    /// Ends the threads after all waiting work has run. Refuses further units. Close every file first.
    package func stop() {
        writers.stop()
        readers.stop()
    }

    /// Runs a body that takes a descriptor in addition to those of the open files. If none is free, a file is closed and the
    /// body runs again.
    package func withDescriptors(_ body: () throws -> Void) throws { try openFiles.withDescriptors(body) }

    /// The number of open files.
    package var openCount: Int { openFiles.count }

    func tick() -> UInt64 { ticks.add(1, ordering: .relaxed).newValue }
}
