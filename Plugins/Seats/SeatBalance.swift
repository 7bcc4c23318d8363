public import Atrium

public import struct Foundation.Date

/// The seats of an organization at one moment.
public struct SeatBalance: Sendable, Equatable {
    /// The number of seats that may be reserved or used; `nil` is unlimited.
    public let limit: Int?
    /// Held for people who are invited.
    public let reserved: Int
    /// Held by active members.
    public let used: Int

    /// Makes a balance, for example to compare it with another.
    public init(limit: Int?, reserved: Int, used: Int) {
        self.limit = limit
        self.reserved = reserved
        self.used = used
    }

    /// The number of seats that can still be reserved or used; `nil` is unlimited. It is zero if the limit was lowered below
    /// the seats that are reserved or used.
    public var free: Int? {
        limit.map { limit in
            let (held, isBeyond) = reserved.addingReportingOverflow(used)
            let (free, isBelow) = limit.subtractingReportingOverflow(held)
            return isBeyond || isBelow ? 0 : max(0, free)
        }
    }
}

/// The seat that a member uses. While they use it, they have premium.
public struct Seat: Sendable, Equatable {
    /// The name of the organization that gives it.
    public let organization: String
    /// When the member joined.
    public let since: Date
}

/// Why a seat or a limit is refused, or a balance is wrong.
public enum SeatError: ExplainedError, Equatable {
    /// All seats are reserved or used.
    case noSeatLeft
    /// The new limit is below this number of reserved and used seats.
    case limitBelowUse(Int)
    /// The new limit, or the default limit of the module, is negative.
    case negativeLimit
    /// The balance that is kept differs from the seats that were counted, which must never happen.
    case drifted(counted: SeatBalance, kept: SeatBalance)

    public var words: Words {
        switch self {
        case .negativeLimit: "a limit of seats is 0 or more; choose such a number"
        case .noSeatLeft: "no seat is left; ask for a higher limit, revoke an invitation or deactivate a member"
        case .limitBelowUse(let held):
            "\(held) seats are reserved or used; free some before lowering the limit below that"
        case .drifted(let counted, let kept):
            "the balance says \(kept.reserved) reserved and \(kept.used) used, the rows say \(counted.reserved) and \(counted.used); restore a backup and report it"
        }
    }
}
