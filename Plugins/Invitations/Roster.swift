public import Atrium

/// What a list of people, with a role and teams each, changes or would change: a difference, in which nobody is removed or
/// demoted, and whoever is not in the list is left alone.
public struct RosterReport: Sendable, Equatable {
    public internal(set) var lines: [Line]

    public struct Line: Sendable, Equatable {
        /// Where it begins in the source, from 1.
        public let number: Int
        public let change: Change
    }

    public enum Change: Sendable, Equatable {
        /// A new person: invited with the role and, for a team's role, the teams it is held for, or else the teams to join.
        case invite(EmailAddress, RoleID, teams: [TeamID])
        /// A member gets what they lack of the row's role and teams.
        case add(EmailAddress, [Assignment], teams: [TeamID])
        /// A member has all that already.
        case unchanged
        /// An invitation waits for an answer; it stays as it is.
        case alreadyInvited
        /// A sentence with the rule and the remedy, without personal data.
        case refused(String)
    }

    /// How many lines change something.
    public var changeCount: Int {
        lines.count { line in
            switch line.change {
            case .invite, .add: true
            case .unchanged, .alreadyInvited, .refused: false
            }
        }
    }
}

/// Why a list of people is not taken at all.
public enum RosterError: String, Error, CustomStringConvertible {
    case tooLong = "the list has more than 100,000 lines; cut it into several"
    case tooLarge = "the list has more than 32 MiB; cut it into several"

    public var description: String { rawValue }
}
