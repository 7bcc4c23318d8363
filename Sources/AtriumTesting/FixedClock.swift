internal import Atrium
public import Foundation

/// A clock that stands still until a test moves it.
public final class FixedClock: Sendable {
    private let moment: Locked<Date>

    /// Starts at 2026-01-05T09:00:00Z, a Monday, unless told otherwise.
    public init(_ start: Date = Date(timeIntervalSince1970: 1_767_603_600)) {
        moment = Locked(start)
    }

    public var now: Date { moment.withLock { $0 } }

    /// Moves the clock forward; back, if the time is negative.
    public func advance(by time: Duration) {
        moment.withLock { $0 += time / .seconds(1) }
    }
}
