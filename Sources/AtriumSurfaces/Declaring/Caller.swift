public import Atrium
internal import AtriumSystem
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

    /// An identity for what the request makes: the same each time the request is sent. Different principals have different
    /// ones. It is not in the order of time.
    public func identity<Noun>(of noun: Noun.Type = Noun.self) -> ID<Noun>? {
        ID(bytes: SHA256.digest(of: Array("\(principal)\n\(request)".utf8)).prefix(16))
    }

    /// The member who asks. Throws `MemberError.unknown` for anyone else.
    public var member: MemberID {
        get throws {
            guard let member = principal.member else { throw MemberError.unknown }
            return member
        }
    }

    /// The day, in the organization's time zone.
    public var today: Day { Day(now, in: timeZone) }
}
