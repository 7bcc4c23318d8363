package import Foundation

/// Says when a failed job is tried again, and when it is given up.
///
/// The delay grows by a factor with each failure, up to a longest delay. A job is given up when it has failed a number of times
/// in a row, and a minimum time has passed since its start. If an attempt would be later than the end of this time, it is made
/// at the end of this time.
package struct RetryPolicy: Sendable {
    /// The delay after the first failure, and the longest delay, in seconds.
    private let first, longest: Double
    private let factor: Double
    /// How many failures in a row are needed to give up.
    private let attempts: Int
    /// The time since the start in which a job is never given up, in seconds.
    private let patience: Double

    package init(first: Double, factor: Double, longest: Double, attempts: Int, patience: Double = 0) {
        (self.first, self.factor, self.longest) = (first, factor, longest)
        (self.attempts, self.patience) = (attempts, patience)
    }

    /// For the jobs of modules: the delays are 1, 4, 16 seconds and so on, at most an hour. After ten failures in a row a job
    /// is given up.
    package static let jobs = RetryPolicy(first: 1, factor: 4, longest: 3600, attempts: 10)

    /// The time of the next attempt after a number of failures in a row (at least one); `nil` to give up.
    package func next(after failures: Int, since start: Date = .distantPast, at now: Date) -> Date? {
        let next = now.addingTimeInterval(min(first * pow(factor, Double(failures - 1)), longest))
        let end = start.addingTimeInterval(patience)
        if now < end { return min(next, end) }
        return failures < attempts ? next : nil
    }

    /// The latest time that this policy can set for an attempt. A later time means that the clock was ahead when it was set.
    package func latest(at now: Date) -> Date { now.addingTimeInterval(longest) }
}
