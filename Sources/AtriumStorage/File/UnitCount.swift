internal import AtriumSystem
internal import Synchronization

/// The units of a file that are under way. Once it closes, it takes no further ones, and waits for the last.
final class UnitCount: Sendable {
    private let count = Atomic(0)
    private let isClosed = Atomic(false)
    /// Who closes the file, until the last unit has ended.
    private let closer = Locked<CheckedContinuation<Void, Never>?>(nil)

    var isZero: Bool { count.load(ordering: .sequentiallyConsistent) == 0 }

    /// Counts a unit that begins; a file that is closed takes none.
    func begin() throws {
        count.add(1, ordering: .sequentiallyConsistent)
        // The unit is counted before this is asked: closing waits for it, or came first.
        guard isClosed.load(ordering: .sequentiallyConsistent) else { return }
        end()
        throw DatabaseError.closed
    }

    func end() {
        guard count.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 else { return }
        if isClosed.load(ordering: .sequentiallyConsistent) { closer.withLock { $0.take() }?.resume() }
    }

    /// Refuses units from here on.
    func close() { isClosed.store(true, ordering: .sequentiallyConsistent) }

    /// Returns when the last unit has ended, once units are refused.
    func waitForLast() async {
        await withCheckedContinuation { continuation in
            closer.withLock { $0 = continuation }
            if isZero { closer.withLock { $0.take() }?.resume() }
        }
    }
}
