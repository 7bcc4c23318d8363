public import Atrium
public import Foundation

/// Who asks, when, and through which request.
public struct Caller: Sendable {
    /// In whose name surfaces are shown and acts are done.
    public let principal: Principal
    /// The identity of the request: the same when the request is sent again. An act that is not safe to repeat stores it with
    /// what it makes (``Repetition/byRequest``).
    public let request: String
    /// The time of the request.
    public let now: Date
    /// The time zone of the organization.
    public let timeZone: TimeZone

    /// Makes a caller.
    public init(_ principal: Principal, request: String, now: Date, timeZone: TimeZone) {
        (self.principal, self.request, self.now, self.timeZone) = (principal, request, now, timeZone)
    }

    /// The day, in the organization's time zone.
    public var today: Day { Day(now, in: timeZone) }
}
