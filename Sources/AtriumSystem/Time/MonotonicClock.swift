internal import Foundation

/// The monotonic clock in nanoseconds, for deadlines: no clock that somebody can set.
package enum MonotonicClock {
    package static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}

extension Duration {
    /// Whole nanoseconds, clamped to what fits.
    package var nanoseconds: UInt64 {
        guard self > .zero else { return 0 }
        // Before it is taken apart, which ends the process where the seconds do not fit.
        guard self < .seconds(9_000_000_000) else { return 9_000_000_000_000_000_000 }
        let (seconds, attoseconds) = components
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
}

extension Duration {
    /// With one decimal: `12.3 ms`; from zero to the longest that is counted in nanoseconds.
    package var inMilliseconds: String {
        let tenths = (nanoseconds + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
