internal import AtriumSystem
internal import Dispatch
internal import Synchronization

/// The open files. Their number is limited, so that the process has enough descriptors.
///
/// A thread that opens a file at the limit first closes another file that nobody uses at this moment. Units that wait for the
/// closed file open it again. If all files are in use, the thread waits until a turn ends, but not forever. While the thread
/// waits, it holds no open file, so no two threads can wait for each other. The thread does all of this itself and needs no
/// other thread.
final class OpenFiles: Sendable {
    /// The highest number of descriptors that a file takes: three for the writer with its -wal and -shm, two for each of two
    /// readers.
    static let descriptors = 7

    private let limit: Int
    /// How long a thread waits, in nanoseconds.
    private let patience: UInt64
    private let files = Locked<[ObjectIdentifier: Writer]>([:])
    /// The number of waiting threads that were not signalled since they last tried.
    private let waiting = Atomic(0)
    private let wake = DispatchSemaphore(value: 0)

    init(limit: Int, patience: Duration) { (self.limit, self.patience) = (limit, patience.nanoseconds) }

    var count: Int { files.withLock(\.count) }

    /// Opens a file by `open` as soon as there is room for it.
    func add<Opened>(_ file: Writer, by open: () throws -> Opened) throws -> Opened {
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

    /// Removes a closed file.
    func remove(_ file: Writer) {
        files.withLock { $0[ObjectIdentifier(file)] = nil }
        signalWaiting()
    }

    /// Runs `attempt`, which takes descriptors. If it returns `nil`, or the process has no free descriptor for it, another file
    /// is closed and `attempt` runs again. So a failed attempt must not keep anything open. A thread that holds a file open
    /// must not wait for other files. Throws ``DatabaseError`` of kind `exhausted` if for too long no file is free to be
    /// closed.
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
            // When this thread begins to count as waiting, it tries once more, because turns that ended before that did not
            // signal it.
            if isKnown {
                guard MonotonicClock.now < end else { throw shortage ?? allInUse }
                // Nothing signals when another part of the process gives a descriptor back.
                if wake.wait(timeout: .now() + .milliseconds(100)) == .timedOut, !cancelWait() { wake.wait() }
            } else {
                waiting.add(1, ordering: .sequentiallyConsistent)
            }
            isKnown.toggle()
        }
    }

    /// Counts one waiting thread less. Returns false if all were already signalled. Then this thread will receive its signal.
    private func cancelWait() -> Bool {
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

    /// Signals all waiting threads. Called after a turn, when its locks are free: a file may be free to close now.
    func signalWaiting() {
        guard waiting.load(ordering: .sequentiallyConsistent) > 0 else { return }
        for _ in 0..<waiting.exchange(0, ordering: .sequentiallyConsistent) { wake.signal() }
    }

    /// Closes a file that nobody uses at this moment. Prefers a file for which no unit waits, then the file that has been
    /// unused for the longest time. Returns false if there is none.
    private func closeOne() -> Bool {
        let open = files.withLock { Array($0.values) }.map {
            (file: $0, isIdle: $0.use.isIdle, lastUse: $0.use.lastUse)
        }
        let order = open.sorted { $0.isIdle == $1.isIdle ? $0.lastUse < $1.lastUse : $0.isIdle }
        return order.contains { $0.file.closeIfFree() }
    }
}
