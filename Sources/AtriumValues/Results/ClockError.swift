package import struct Foundation.Date

/// The platform's clock gave a time that is not finite, or that no ``ID`` can hold. Nothing is done then.
public struct ClockError: Error, Equatable, CustomStringConvertible {
    package init() {}

    public var description: String {
        "the platform's clock is outside the years 1970 to 10888; correct PlatformConfiguration.now or the machine's clock"
    }

    /// The accepted times in seconds since 1970: an ``ID`` has 48 bits for milliseconds (RFC 9562, section 5.7).
    private static let times = 0...(0xFFFF_FFFF_FFFF / 1000.0)

    /// Returns the time if an ``ID`` can hold it; throws ``ClockError`` otherwise.
    package static func check(_ time: Date) throws -> Date {
        // NaN is in no range.
        guard times.contains(time.timeIntervalSince1970) else { throw ClockError() }
        return time
    }
}
