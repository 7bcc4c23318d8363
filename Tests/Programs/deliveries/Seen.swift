import Synchronization

/// The numbers that this process saw.
final class Seen: Sendable {
    private let numbers = Mutex<Set<Int>>([])

    /// Whether the number is new.
    func insert(_ number: Int) -> Bool { numbers.withLock { $0.insert(number).inserted } }
}
