internal import AtriumSystem
private import CSQLite
private import Synchronization

/// What the files of one data folder share: threads, settings, and the bound on how many are open at once.
package final class Storage: Sendable {
    package let settings: ConnectionSettings
    /// The time that a read may take on its caller's thread.
    package let inlineReadLimit: Duration
    /// For how long a transaction takes units that come while it runs: not much longer than the commit that they save. A long
    /// one that is taken delays those before it, as one that waited beside them does.
    package let joinLimit: Duration
    let writers: ThreadPool
    let readers: ThreadPool
    let templates: TemplatePool
    let openFiles: OpenFiles
    /// Of the folder in which all the files are.
    let lock: FolderLock?
    /// Off, once in a process: they cost a lock at each allocation, which all threads share. SQLite refuses this when it is in use
    /// already: https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus
    private static let memoryStatistics = atrium_config_memory_statistics_off()
    private let ticks = Atomic<UInt64>(0)

    /// While `openFiles` files are in use, opening another one waits for `patience` at most.
    package init(
        settings: ConnectionSettings, inlineReadLimit: Duration, joinLimit: Duration = .milliseconds(2), openFiles: Int,
        patience: Duration = .seconds(60), writerThreads: Int, readerThreads: Int, lock: FolderLock? = nil
    ) {
        _ = Self.memoryStatistics
        self.settings = settings
        self.inlineReadLimit = inlineReadLimit
        self.joinLimit = joinLimit
        self.lock = lock
        self.openFiles = OpenFiles(limit: openFiles, patience: patience)
        templates = TemplatePool(settings: settings)
        writers = ThreadPool(name: "atrium writer", threads: writerThreads)
        readers = ThreadPool(name: "atrium reader", threads: readerThreads)
    }

    /// Ends the threads, once what waits for them has run; further units are refused. Close every file first.
    package func stop() {
        writers.stop()
        readers.stop()
    }

    /// Runs what takes a descriptor besides those of files; it runs again, after a file was closed, where none is free.
    package func withDescriptors(_ body: () throws -> Void) throws { try openFiles.withDescriptors(body) }

    /// How many files are open.
    package var openCount: Int { openFiles.count }

    func tick() -> UInt64 { ticks.add(1, ordering: .relaxed).newValue }
}
