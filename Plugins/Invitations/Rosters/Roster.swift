public import Atrium

/// What a list of people changes or would change. Each person in the list has a role and teams. The list only adds: nobody is
/// removed or demoted, and people who are not in the list stay unchanged.
public struct RosterReport: Sendable, Equatable {
    /// One entry for each line of the list, in its order.
    public internal(set) var lines: [Line]
    /// The names in the list's header whose columns were not read.
    public let ignoredColumns: [String]

    /// One line of the list, and what it changes.
    public struct Line: Sendable, Equatable {
        /// The line on which the record starts in the source, counted from 1.
        public let number: Int
        /// What the line changes, or why it changes nothing.
        public let change: Change
        /// The names of the new teams that the person gets in addition to the teams of the change. The import creates them.
        public let newTeams: [String]
    }

    /// What a line changes, or why it changes nothing.
    public enum Change: Sendable, Equatable {
        /// Invites a new person with the role. For a team role, the teams are those for which the role is held; otherwise the
        /// person joins them.
        case invite(EmailAddress, RoleID, teams: [TeamID])
        /// Gives a member the roles and teams of the line that they lack.
        case add(EmailAddress, [Assignment], teams: [TeamID])
        /// The member already has the role and teams of the line.
        case unchanged
        /// The person has a pending invitation, which stays unchanged.
        case alreadyInvited
        /// A sentence with the rule and the remedy. It repeats the name of an unknown team if the name contains no @. It
        /// repeats no other cell.
        case refused(Words)

        /// Whether the line changes something.
        var changesSomething: Bool {
            switch self {
            case .invite, .add: true
            case .unchanged, .alreadyInvited, .refused: false
            }
        }
    }

    /// The number of lines that change something.
    public var changeCount: Int { lines.count { $0.change.changesSomething } }

    /// The names of all teams that the import creates, each once.
    public var newTeams: [String] {
        var seen: Set<String> = []
        return lines.flatMap(\.newTeams).filter { seen.insert($0).inserted }
    }
}

/// The columns of a list of people. A list has exactly one `email` column and any number of `teams` columns.
public enum RosterColumn: String, CaseIterable, Sendable {
    /// The person's address, by which the person is found.
    case email
    /// The id of a role. If the cell is empty or the column is missing, the role is `member`.
    case role
    /// The names of teams, separated by semicolons or by the form's separator.
    case teams
}

/// Why the import refuses a whole list of people.
public enum RosterError: String, ExplainedError {
    /// The list has more than 100,000 lines.
    case tooLong = "the list has more than 100,000 lines; cut it into several lists"
    /// The list has more than 32 MiB.
    case tooLarge = "the list has more than 32 MiB; cut it into several lists"
}
