public import Atrium

/// To whom a course is suggested; whoever joins later is meant as well.
public enum Audience: Sendable, Hashable {
    case organization
    case team(TeamID)
    case member(MemberID)

    /// What suggesting to it takes.
    var permission: Permission {
        switch self {
        case .organization: .suggestToOrganization
        case .team: .suggestToTeams
        case .member: .suggestToPeople
        }
    }

    var scope: Scope {
        switch self {
        case .organization: .organization
        case .team(let id): .team(id)
        case .member(let id): .person(id)
        }
    }

    /// Throws unless somebody new may be addressed: a team that is not archived, a member who is active.
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

/// In columns: `organization`, `team:<id>` or `member:<id>`.
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
    /// Whether it holds an audience: the organization for whoever reaches everyone, and people by their teams of today.
    func contains(_ audience: Audience, in work: UnitOfWork) throws -> Bool {
        if everyone { return true }
        switch audience {
        case .organization: return false
        case .team(let id): return teams.contains(id)
        case .member(let id): return try work.teams(of: id).contains { teams.contains($0.id) }
        }
    }
}

/// By when a suggested course is to be done.
public enum Due: Sendable, Hashable {
    case on(Day)
    /// Days after joining: the team, for what is suggested to it, and the organization otherwise. For who had joined
    /// before, they count from when this was said.
    case afterJoining(days: Int)

    /// The days that a calendar can hold, and ten years.
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
