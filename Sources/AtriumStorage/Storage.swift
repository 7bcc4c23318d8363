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
    let templates: Templates
    /// Off, once in a process: they cost a lock at each allocation, which all threads share. SQLite refuses this when it is in use
    /// already: https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus
    private static let memoryStatistics = atrium_config_memory_statistics_off()
    private let openLimit: Int
    private let openFiles = Locked<[ObjectIdentifier: DatabaseFile]>([:])
    private let hasSurplus = Atomic(false)
    private let ticks = Atomic<UInt64>(0)

    package init(
        settings: ConnectionSettings, inlineReadLimit: Duration, joinLimit: Duration = .milliseconds(2), openFiles: Int,
        writerThreads: Int, readerThreads: Int
    ) {
        _ = Self.memoryStatistics
        self.settings = settings
        self.inlineReadLimit = inlineReadLimit
        self.joinLimit = joinLimit
        openLimit = openFiles
        templates = Templates(settings: settings)
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

    /// Notes that a file is open, and closes others if there are too many.
    func didOpen(_ file: DatabaseFile) { closeSurplus(beside: file) }

    /// After a unit: files in use stay open, and the bound holds again as soon as enough of them rest.
    func didRest() {
        if hasSurplus.load(ordering: .sequentiallyConsistent) { closeSurplus() }
    }

    /// Closes the files at rest that were not used for the longest time. They no longer count: who opens another file
    /// meanwhile chooses others.
    private func closeSurplus(beside opened: DatabaseFile? = nil) {
        let surplus = openFiles.withLock { files -> [DatabaseFile] in
            if let opened { files[ObjectIdentifier(opened)] = opened }
            let count = files.count - openLimit
            // Before looking: what comes to rest from here on looks by itself.
            hasSurplus.store(count > 0, ordering: .sequentiallyConsistent)
            if count <= 0 { return [] }
            let oldest = files.values.filter(\.isAtRest).sorted { $0.usedBefore($1) }.prefix(count)
            for file in oldest { files[ObjectIdentifier(file)] = nil }
            if oldest.count == count { hasSurplus.store(false, ordering: .sequentiallyConsistent) }
            return Array(oldest)
        }
        for file in surplus { file.closeSoon() }
    }

    func didClose(_ file: DatabaseFile) {
        openFiles.withLock { $0[ObjectIdentifier(file)] = nil }
    }
}
