import Foundation
import Synchronization

/// A clock that moves only when the program moves it, so that days pass in a moment.
final class Clock: Sendable {
    /// It starts at 2026-01-05T09:00:00Z, a Monday.
    private let moment = Mutex(Date(timeIntervalSince1970: 1_767_603_600))

    var now: Date { moment.withLock { $0 } }

    /// Moves the clock to the same hour of the next day.
    func nextDay() { moment.withLock { $0 = $0.addingTimeInterval(86_400) } }
}
