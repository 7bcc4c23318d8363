internal import Atrium

/// The small numbers that stand for members, teams and courses in the rollups, and what else one unit asks for again and
/// again.
final class SurrogateKeys {
    private let work: UnitOfWork
    private var members: [MemberID: Int] = [:]
    private var teams: [TeamID: Int] = [:]
    private var courses: [String: Int] = [:]
    private var months: [Day: Month] = [:]

    init(_ work: UnitOfWork) { self.work = work }

    /// The number of a member, and whether it was given just now.
    func member(_ id: MemberID) throws -> (key: Int, isNew: Bool) {
        if let known = try known(id) { return (known, false) }
        let key = try make("member", id.description)
        members[id] = key
        return (key, true)
    }

    /// The number of a member, if there is one.
    func known(_ id: MemberID) throws -> Int? {
        if let known = members[id] { return known }
        let stored = try find("member", id.description)
        if let stored { members[id] = stored }
        return stored
    }

    func team(_ id: TeamID) throws -> Int {
        if let known = teams[id] { return known }
        let key = try find("team", id.description) ?? make("team", id.description)
        teams[id] = key
        return key
    }

    func course(_ id: String) throws -> Int {
        if let known = courses[id] { return known }
        let key = try find("course", id) ?? make("course", id)
        courses[id] = key
        return key
    }

    /// The month of a day, looked up in the calendar once.
    func month(of day: Day) -> Month {
        if let known = months[day] { return known }
        let month = Month(of: day)
        months[day] = month
        return month
    }

    private func find(_ kind: String, _ name: String) throws -> Int? {
        try work.first("SELECT id FROM analytics_key WHERE (kind, name) = (\(kind), \(name))", as: Int.self)
    }

    private func make(_ kind: String, _ name: String) throws -> Int {
        // RETURNING builds a table in memory for its one row, which takes longer than looking it up.
        try work.run("INSERT INTO analytics_key (kind, name) VALUES (\(kind), \(name))")
        return try work.one("SELECT id FROM analytics_key WHERE (kind, name) = (\(kind), \(name))", as: Int.self)
    }
}
