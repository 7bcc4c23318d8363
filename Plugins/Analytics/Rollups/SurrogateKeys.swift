internal import Atrium

/// The surrogate keys of members, teams and courses in the rollups, cached for one unit. It also caches the months of days.
final class SurrogateKeys {
    private let work: UnitOfWork
    private var members: [MemberID: Int] = [:]
    private var teams: [TeamID: Int] = [:]
    private var courses: [String: Int] = [:]
    private var months: [Day: Month] = [:]

    init(_ work: UnitOfWork) { self.work = work }

    /// The key of a member, and whether this call created it.
    func member(_ id: MemberID) throws -> (key: Int, isNew: Bool) {
        if let known = try known(id) { return (known, false) }
        let key = try make("member", id.description)
        members[id] = key
        return (key, true)
    }

    /// The key of a member; `nil` if the rollups have none.
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

    /// The month of a day. The calendar is asked once for each day.
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
        // RETURNING builds a table in memory for its one row. A lookup is faster.
        try work.run("INSERT INTO analytics_key (kind, name) VALUES (\(kind), \(name))")
        return try work.one("SELECT id FROM analytics_key WHERE (kind, name) = (\(kind), \(name))", as: Int.self)
    }
}
