internal import AtriumSystem
internal import Dispatch
internal import Synchronization

/// The files that are open: never more than may be, so that their descriptors are few enough.
///
/// Whoever opens one beside them closes one that nobody uses at this moment, on its own thread. Units that wait for that one
/// open it again. Where all are in use, the opener waits until a turn ends, though not for ever. It holds nothing
/// meanwhile, so that no two can wait for each other, and it needs no other thread.
final class OpenFiles: Sendable {
    /// What a file takes at most: three descriptors for the writer with its -wal and -shm, two for each of two readers.
    static let descriptors = 7

    private let limit: Int
    /// For how long an opener waits.
    private let patience: UInt64
    private let files = Locked<[ObjectIdentifier: Writer]>([:])
    /// How many wait, and were not woken since they last looked.
    private let waiting = Atomic(0)
    private let wake = DispatchSemaphore(value: 0)

    init(limit: Int, patience: Duration) { (self.limit, self.patience) = (limit, patience.nanoseconds) }

    var count: Int { files.withLock(\.count) }

    /// Opens a file by `open` as soon as there is room for it.
    func add(_ file: Writer, by open: () throws -> Connection) throws -> Connection {
        try withDescriptors {
            guard admit(file) else { return nil }
            do {
                return try open()
            } catch {
                remove(file)
                throw error
            }
        }
    }

    private func admit(_ file: Writer) -> Bool {
        files.withLock { files in
            guard files.count < limit else { return false }
            files[ObjectIdentifier(file)] = file
            return true
        }
    }

    /// Notes that a file is closed.
    func remove(_ file: Writer) {
        files.withLock { $0[ObjectIdentifier(file)] = nil }
        didRest()
    }

    /// Runs what takes descriptors. It runs again after a file was closed when it gives `nil`, or when the process has no
    /// descriptor free for it; then it must have left nothing. Who holds a file open must not wait for others. Throws
    /// ``DatabaseError`` of kind `exhausted` when no file came to rest for too long.
    func withDescriptors<Value>(mayWait: Bool = true, _ attempt: () throws -> Value?) throws -> Value {
        var isKnown = false
        let end = MonotonicClock.now &+ patience
        while true {
            var shortage: DatabaseError?
            do {
                if let value = try attempt() { return value }
            } catch let error as DatabaseError where error.kind == .exhausted {
                shortage = error
            }
            if closeOne() { continue }
            if let shortage, !mayWait || files.withLock(\.isEmpty) { throw shortage }
            // Known as one who waits, it looks once more: what ended before told it nothing.
            if isKnown {
                guard MonotonicClock.now < end else { throw shortage ?? allInUse }
                // Nobody tells when something else in the process gives a descriptor back.
                if wake.wait(timeout: .now() + .milliseconds(100)) == .timedOut, !takeBack() { wake.wait() }
            } else {
                waiting.add(1, ordering: .sequentiallyConsistent)
            }
            isKnown.toggle()
        }
    }

    /// One who waits does so no more; false when it was told already, and its signal is on the way.
    private func takeBack() -> Bool {
        var count = waiting.load(ordering: .sequentiallyConsistent)
        while count > 0 {
            let (isDone, seen) = waiting.compareExchange(
                expected: count, desired: count - 1, ordering: .sequentiallyConsistent)
            if isDone { return true }
            count = seen
        }
        return false
    }

    private var allInUse: DatabaseError {
        DatabaseError(
            kind: .exhausted,
            message:
                "all \(limit) files that may be open at once are in use by long units; try again, set a higher "
                + "'openFiles', or take less at a time")
    }

    /// After a turn, with its locks given back: a file may be free to be closed.
    func didRest() {
        guard waiting.load(ordering: .sequentiallyConsistent) > 0 else { return }
        for _ in 0..<waiting.exchange(0, ordering: .sequentiallyConsistent) { wake.signal() }
    }

    /// Closes a file that nobody uses at this moment, rather one for which no unit waits, and that was not used for the
    /// longest time; false when there is none.
    private func closeOne() -> Bool {
        let open = files.withLock { Array($0.values) }.map {
            (file: $0, isAtRest: $0.use.isAtRest, lastUse: $0.use.lastUse)
        }
        let order = open.sorted { $0.isAtRest == $1.isAtRest ? $0.lastUse < $1.lastUse : $0.isAtRest }
        return order.contains { $0.file.closeIfFree() }
    }
}
