package import struct Foundation.Date

/// The platform's clock gave a time that is not finite, or that no identity can hold: nothing is done then.
public struct ClockError: Error, Equatable, CustomStringConvertible {
    package init() {}

    public var description: String {
        "the platform's clock gives no time from 1970 to 10888; correct PlatformConfiguration.now or the machine's clock"
    }

    /// In seconds: the 48 bits of milliseconds that an identity has (RFC 9562, section 5.7).
    private static let times = 0...(0xFFFF_FFFF_FFFF / 1000.0)

    /// The time, if it can be kept.
    package static func check(_ time: Date) throws -> Date {
        // Not a number is in no range.
        guard times.contains(time.timeIntervalSince1970) else { throw ClockError() }
        return time
    }
}
