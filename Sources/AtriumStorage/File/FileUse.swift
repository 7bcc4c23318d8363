internal import AtriumSystem
internal import Synchronization

/// The use of a file: how many units wait or run, and when the last one began. A closed file takes no further units.
final class FileUse: Sendable {
    private let count = Atomic(0)
    private let isClosed = Atomic(false)
    private let lastTick = Atomic<UInt64>(0)
    /// The caller that closes the file. It waits for the last unit to end.
    private let closer = Locked<CheckedContinuation<Void, Never>?>(nil)

    /// Whether no unit waits or runs.
    var isIdle: Bool { count.load(ordering: .sequentiallyConsistent) == 0 }

    /// The tick at which the last unit of the file began. Ticks number the units of all files.
    var lastUse: UInt64 { lastTick.load(ordering: .relaxed) }

    /// Counts a unit that begins. Throws if the file is closed.
    func begin(at tick: UInt64) throws {
        lastTick.store(tick, ordering: .relaxed)
        count.add(1, ordering: .sequentiallyConsistent)
        // The unit is already counted. So there are two cases: closing waits for this unit, or closing came first and is
        // noticed here.
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

    /// Returns when the last unit has ended. Further units must already be refused.
    func waitForLast() async {
        await withCheckedContinuation { continuation in
            closer.withLock { $0 = continuation }
            if isIdle { closer.withLock { $0.take() }?.resume() }
        }
    }
}
