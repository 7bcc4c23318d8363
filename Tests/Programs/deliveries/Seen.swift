import Synchronization

/// The numbers that this process has seen.
final class Seen: Sendable {
    private let numbers = Mutex<Set<Int>>([])

    /// Adds a number. Returns whether it is new.
    func insert(_ number: Int) -> Bool { numbers.withLock { $0.insert(number).inserted } }
}
