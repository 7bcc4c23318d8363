/// The seats of an organization at one moment.
public struct SeatBalance: Sendable, Equatable {
    /// `nil` is unlimited.
    public let limit: Int?
    /// Held for people who are invited.
    public let reserved: Int
    /// Held by active members.
    public let used: Int

    public init(limit: Int?, reserved: Int, used: Int) {
        self.limit = limit
        self.reserved = reserved
        self.used = used
    }

    /// What can still be reserved or used; `nil` is unlimited. Zero as well when the limit was lowered below what is held.
    public var free: Int? {
        limit.map { limit in
            let (held, isBeyond) = reserved.addingReportingOverflow(used)
            let (free, isBelow) = limit.subtractingReportingOverflow(held)
            return isBeyond || isBelow ? 0 : max(0, free)
        }
    }
}

public enum SeatsError: Error, Equatable, CustomStringConvertible {
    case noSeatLeft
    case limitBelowUse(Int)
    case negativeLimit
    case drifted(counted: SeatBalance, kept: SeatBalance)

    public var description: String {
        switch self {
        case .negativeLimit: "a limit is 0 or more; choose one"
        case .noSeatLeft: "no seat is left; have the limit raised, revoke an invitation or deactivate a member"
        case .limitBelowUse(let held):
            "\(held) seats are reserved or used; free some before lowering the limit below that"
        case .drifted(let counted, let kept):
            "the balance says \(kept), the rows say \(counted); restore a backup and report it"
        }
    }
}
