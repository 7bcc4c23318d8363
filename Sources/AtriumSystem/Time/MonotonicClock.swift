internal import Foundation

/// The monotonic clock in nanoseconds, for deadlines. Nobody can set it.
package enum MonotonicClock {
    package static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}

extension Duration {
    /// Whole nanoseconds: 0 for a negative duration, and 9,000,000,000 seconds at most.
    package var nanoseconds: UInt64 {
        guard self > .zero else { return 0 }
        // Checked before `components`, which ends the process if the seconds do not fit.
        guard self < .seconds(9_000_000_000) else { return 9_000_000_000_000_000_000 }
        let (seconds, attoseconds) = components
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
}

extension Duration {
    /// The duration with one decimal, such as `12.3 ms`, with the limits of ``nanoseconds``.
    package var inMilliseconds: String {
        let tenths = (nanoseconds + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
