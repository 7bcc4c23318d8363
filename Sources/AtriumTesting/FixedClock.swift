internal import Atrium
public import Foundation

/// A clock that shows the same time until a test moves it.
public final class FixedClock: Sendable {
    private let moment: Locked<Date>

    /// Makes a clock that shows `start`. Without it, the clock shows 2026-01-05T09:00:00Z, a Monday.
    public init(_ start: Date = Date(timeIntervalSince1970: 1_767_603_600)) {
        moment = Locked(start)
    }

    /// The time that the clock shows.
    public var now: Date { moment.withLock { $0 } }

    /// Moves the clock forward, or back if the time is negative.
    public func advance(by time: Duration) {
        moment.withLock { $0 += time / .seconds(1) }
    }
}
