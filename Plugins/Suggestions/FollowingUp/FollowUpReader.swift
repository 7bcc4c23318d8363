internal import Atrium
internal import AtriumCourses

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// Finds the members to follow up, in one unit that reads.
struct FollowUpReader {
    let service: SuggestionService
    let work: UnitOfWork
    /// The teams whose members are looked at; `nil` for the whole organization.
    let teams: Set<TeamID>?

    /// The maximum number of members in a list.
    static let limit = 500
    /// How long a missed goal is listed, in days.
    private static let goalRetention = 90

    func list(_ reason: FollowUpReason, restingFor days: Int) throws -> [FollowUp] {
        let zone = try work.organization().timeZone
        let today = Day(work.now, in: zone)
        switch reason {
        case .stuck:
            let moment = work.now.addingTimeInterval(-Double(days) * 86_400)
            return try followUps(zone) {
                try service.courses.resting(since: moment, among: $0, in: work)
            }
        case .finished:
            let moment = today.advanced(by: -7).start(in: zone)
            return try followUps(zone) {
                try service.courses.completions(since: moment, among: $0, in: work)
            }
        case .notBegun: return try notBegun(zone)
        case .overdue: return try overdue(today, zone)
        }
    }

    // MARK: - People

    /// The active members, in the order of joining, in pages. The closure returns whether it wants another page.
    private func forEachPage(_ body: ([StoredMember]) throws -> Bool) throws {
        if let teams {
            var seen: Set<MemberID> = []
            for team in teams.sorted() {
                let members = try work.members(of: team, formerToo: false, limit: .max)
                guard try body(members.filter { $0.state == .active && seen.insert($0.id).inserted }) else { return }
            }
            return
        }
        var last: MemberID?
        repeat {
            let page = try work.members(after: last, limit: service.pageSize)
            guard try body(page.filter { $0.state == .active }) else { return }
            last = page.count == service.pageSize ? page.last?.id : nil
        } while last != nil
    }

    // MARK: - Courses

    /// One entry for each member, with all their courses, in the order of the standings.
    private func followUps(
        _ zone: TimeZone, _ read: (_ members: [MemberID]?) throws -> [CourseStanding]
    ) throws -> [FollowUp] {
        var names: [MemberID: String] = [:]
        if teams != nil {
            try forEachPage { page in
                for member in page { names[member.id] = member.name }
                return true
            }
        }
        let standings = try read(teams == nil ? nil : names.keys.sorted())
        var order: [MemberID] = []
        let own = standings.reduce(into: [MemberID: [CourseStanding]]()) { own, standing in
            if own[standing.member] == nil { order.append(standing.member) }
            own[standing.member, default: []].append(standing)
        }
        var found: [FollowUp] = []
        for id in order where found.count < Self.limit {
            guard let name = try names[id] ?? activeName(id), let first = own[id]?.first else { continue }
            found.append(
                FollowUp(
                    member: id, name: name, subjects: own[id, default: []].map { Words(verbatim: $0.title) },
                    since: Day(first.at, in: zone)))
        }
        return found
    }

    private func activeName(_ id: MemberID) throws -> String? {
        guard let member = try work.member(id), member.state == .active else { return nil }
        return member.name
    }

    private func notBegun(_ zone: TimeZone) throws -> [FollowUp] {
        var found: [FollowUp] = []
        try forEachPage { page in
            let titles = try service.courses.notBegun(among: page.map(\.id), in: work)
            found += page.compactMap { member in
                titles[member.id].map { titles in
                    FollowUp(
                        member: member.id, name: member.name, subjects: titles.map { Words(verbatim: $0) },
                        since: Day(member.joinedAt, in: zone))
                }
            }
            return found.count < Self.limit
        }
        return Array(found.prefix(Self.limit))
    }

    // MARK: - What is due

    /// Members with something past its due day, the oldest first.
    private func overdue(_ today: Day, _ zone: TimeZone) throws -> [FollowUp] {
        let courses = try coursesPastDue(today)
        let goals = try goalsPastDue(today)
        if courses.isEmpty, goals.isEmpty { return [] }
        var found: [FollowUp] = []
        try forEachPage { page in
            let open =
                try courses.isEmpty
                ? [] : service.courses.withoutCompletion(of: courses, among: page.map(\.id), in: work)
            for member in page {
                var late = open.contains(member.id) ? try late(courses, member, today, zone) : []
                late += try service.progress(of: goals[member.id] ?? [], in: work).filter { $0.state == .missed }
                    .map { (what: $0.aim, day: $0.goal.day) }
                guard let first = late.map(\.day).min() else { continue }
                found.append(
                    FollowUp(member: member.id, name: member.name, subjects: late.map(\.what), since: first))
            }
            return found.count < Self.limit
        }
        return Array(found.prefix(Self.limit).sorted { $0.since < $1.since })
    }

    /// The courses that may be past their due day for any member.
    private func coursesPastDue(_ today: Day) throws -> [CourseID] {
        try work.rows(
            """
            SELECT DISTINCT course_id FROM suggestions_suggestion
            WHERE withdrawn_at IS NULL AND (due_day < \(today) OR due_since + due_after * 86400000 < \(work.now))
            """, as: CourseID.self)
    }

    private func goalsPastDue(_ today: Day) throws -> [MemberID: [Goal]] {
        let goals = try work.rows(
            """
            SELECT \(Goal.columns) FROM suggestions_goal g INDEXED BY suggestions_goal_day
            WHERE g.withdrawn_at IS NULL
                AND g.by_day < \(today) AND g.by_day >= \(today.advanced(by: -Self.goalRetention))
            """, make: Goal.init)
        return Dictionary(grouping: goals, by: \.member)
    }

    /// The suggested courses that are past their due day for a member, and neither done nor declined.
    private func late(
        _ courses: [CourseID], _ member: StoredMember, _ today: Day, _ zone: TimeZone
    ) throws -> [(what: Words, day: Day)] {
        let suggestions = try MemberSuggestions(of: member, service.courses, zone: zone, in: work)
        let merged = try suggestions.merged(of: courses, visible: isVisible).filter { suggestion in
            !suggestion.isWithdrawn && suggestion.due.map { $0 < today } ?? false
        }
        return try suggestions.items(of: merged).filter { $0.state != .done && $0.state != .declined }
            .compactMap { item in item.due.map { (what: Words(verbatim: item.course.title), day: $0) } }
    }

    /// A supervisor does not see what is suggested to other teams.
    private func isVisible(_ audience: Audience) -> Bool {
        guard let teams, case .team(let team) = audience else { return true }
        return teams.contains(team)
    }
}
