package import Foundation

/// When something that failed is tried again, and when it is given up.
///
/// The time between attempts grows by a factor, up to a longest time. It is given up after a number of failures in a row, and
/// not before a time has passed since the start; the last attempt within that time is at its end.
package struct RetryPolicy: Sendable {
    /// The time after the first failure, and the longest time between attempts, in seconds.
    private let first, longest: Double
    private let factor: Double
    /// How many failures in a row are enough to give up.
    private let attempts: Int
    /// For how long it is not given up, in seconds.
    private let patience: Double

    package init(first: Double, factor: Double, longest: Double, attempts: Int, patience: Double = 0) {
        (self.first, self.factor, self.longest) = (first, factor, longest)
        (self.attempts, self.patience) = (attempts, patience)
    }

    /// For the jobs of modules: after a second, four, sixteen, at most an hour. Ten failures in a row are enough.
    package static let jobs = RetryPolicy(first: 1, factor: 4, longest: 3600, attempts: 10)

    /// When the next attempt is due after a number of failures in a row, one at least; `nil` to give up.
    package func next(after failures: Int, since start: Date = .distantPast, at now: Date) -> Date? {
        let next = now.addingTimeInterval(min(first * pow(factor, Double(failures - 1)), longest))
        let end = start.addingTimeInterval(patience)
        if now < end { return min(next, end) }
        return failures < attempts ? next : nil
    }

    /// The latest time for which an attempt can have been put off. Only a clock that was ahead put one off for longer.
    package func latest(at now: Date) -> Date { now.addingTimeInterval(longest) }
}
