public import Atrium

/// What a list of people, with a role and teams each, changes or would change: a difference, in which nobody is removed or
/// demoted, and whoever is not in the list is left alone.
public struct RosterReport: Sendable, Equatable {
    public internal(set) var lines: [Line]
    /// The names in the list's header whose columns were not read.
    public let ignoredColumns: [String]

    public struct Line: Sendable, Equatable {
        /// Where it begins in the source, from 1.
        public let number: Int
        public let change: Change
        /// The teams that the person gets besides those of the change, by name: the import makes them.
        public let newTeams: [String]
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
        /// A sentence with the rule and the remedy. It repeats the name of a team that is unknown, unless an @ stands in it, and
        /// no other cell.
        case refused(String)

        /// Whether something changes.
        var isOne: Bool {
            switch self {
            case .invite, .add: true
            case .unchanged, .alreadyInvited, .refused: false
            }
        }
    }

    /// How many lines change something.
    public var changeCount: Int { lines.count { $0.change.isOne } }

    /// The names of all teams that the import makes, each once.
    public var newTeams: [String] {
        var seen: Set<String> = []
        return lines.flatMap(\.newTeams).filter { seen.insert($0).inserted }
    }
}

/// The columns of a list of people. A list has one of addresses, and any number of columns with teams.
public enum RosterColumn: String, CaseIterable, Sendable {
    case email
    /// The id of a role; a member's where it is empty or missing.
    case role
    /// The names of teams, separated by semicolons, or as the form says.
    case teams
}

/// Why a list of people is not taken at all.
public enum RosterError: String, Error, CustomStringConvertible {
    case tooLong = "the list has more than 100,000 lines; cut it into several"
    case tooLarge = "the list has more than 32 MiB; cut it into several"

    public var description: String { rawValue }
}
