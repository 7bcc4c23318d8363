public import Atrium

/// The people to whom a course is suggested. People who join later are included.
public enum Audience: Sendable, Hashable {
    /// Every member of the organization.
    case organization
    /// The members of a team.
    case team(TeamID)
    /// A single member.
    case member(MemberID)

    /// The permission that suggesting to the audience needs.
    var permission: Permission {
        switch self {
        case .organization: .suggestToOrganization
        case .team: .suggestToTeams
        case .member: .suggestToPeople
        }
    }

    /// The member, if the audience is a single one.
    var person: MemberID? { if case .member(let id) = self { id } else { nil } }

    var scope: Scope {
        switch self {
        case .organization: .organization
        case .team(let id): .team(id)
        case .member(let id): .member(id)
        }
    }

    /// Throws unless something new may be suggested to the audience: a team must not be archived, and a member must be active.
    func require(in work: UnitOfWork) throws {
        switch self {
        case .organization: break
        case .team(let id): _ = try work.requireTeam(id)
        case .member(let id):
            guard let member = try work.member(id) else { throw MemberError.unknown }
            guard member.state == .active else { throw MemberError.notActive }
        }
    }
}

/// Stored as `organization`, `team:<id>` or `member:<id>`.
extension Audience: ColumnValue {
    public var sqlValue: SQL.Value {
        switch self {
        case .organization: .text("organization")
        case .team(let id): .text("team:\(id)")
        case .member(let id): .text("member:\(id)")
        }
    }

    public init(from row: Row, at column: Int) throws {
        let text = try row.text(at: column)
        if text == "organization" {
            self = .organization
        } else if text.hasPrefix("team:"), let id = TeamID(text.dropFirst(5)) {
            self = .team(id)
        } else if text.hasPrefix("member:"), let id = MemberID(text.dropFirst(7)) {
            self = .member(id)
        } else {
            throw row.mismatch(at: column, expected: "an audience")
        }
    }
}

extension Reach {
    /// Whether the reach contains an audience. Only a reach of everyone contains the organization. A member is in reach through
    /// the teams that they are in today.
    func contains(_ audience: Audience, in work: UnitOfWork) throws -> Bool {
        if everyone { return true }
        switch audience {
        case .organization: return false
        case .team(let id): return teams.contains(id)
        case .member(let id): return try work.teams(of: id).contains { teams.contains($0.id) }
        }
    }
}

/// When a suggested course is due.
public enum Due: Sendable, Hashable {
    /// The same day for everybody.
    case on(Day)
    /// Days after joining, up to 3,650: after joining the team for a suggestion to a team, and the organization otherwise. For
    /// people who joined before, the days count from the time when this due date was set.
    case afterJoining(days: Int)

    /// Whether a calendar can hold the day, or the days are at most ten years.
    var isValid: Bool {
        switch self {
        case .on(let day): Day.writable.contains(day)
        case .afterJoining(let days): (0...3650).contains(days)
        }
    }

    var day: Day? { if case .on(let day) = self { day } else { nil } }
    var daysAfterJoining: Int? { if case .afterJoining(let days) = self { days } else { nil } }

    init?(day: Day?, daysAfterJoining: Int?) {
        if let day {
            self = .on(day)
        } else if let daysAfterJoining {
            self = .afterJoining(days: daysAfterJoining)
        } else {
            return nil
        }
    }
}
