internal import AtriumSystem
internal import Synchronization

/// How a file is used: the units that are under way, and when the last one began. A closed file takes no further units.
final class FileUse: Sendable {
    private let count = Atomic(0)
    private let isClosed = Atomic(false)
    private let lastTick = Atomic<UInt64>(0)
    /// Whoever closes the file, until the last unit has ended.
    private let closer = Locked<CheckedContinuation<Void, Never>?>(nil)

    /// Whether no unit is under way, or waits.
    var isAtRest: Bool { count.load(ordering: .sequentiallyConsistent) == 0 }

    /// The number of the last unit that began here, among the units of all files.
    var lastUse: UInt64 { lastTick.load(ordering: .relaxed) }

    /// Counts a unit that begins. A closed file throws.
    func begin(at tick: UInt64) throws {
        lastTick.store(tick, ordering: .relaxed)
        count.add(1, ordering: .sequentiallyConsistent)
        // The unit is counted before this question: closing waits for it, or came first.
        guard isClosed.load(ordering: .sequentiallyConsistent) else { return }
        end()
        throw DatabaseError.closed
    }

    func end() {
        guard count.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 else { return }
        if isClosed.load(ordering: .sequentiallyConsistent) { closer.withLock { $0.take() }?.resume() }
    }

    /// Refuses further units.
    func close() { isClosed.store(true, ordering: .sequentiallyConsistent) }

    /// Returns when the last unit has ended, once further units are refused.
    func waitForLast() async {
        await withCheckedContinuation { continuation in
            closer.withLock { $0 = continuation }
            if isAtRest { closer.withLock { $0.take() }?.resume() }
        }
    }
}
