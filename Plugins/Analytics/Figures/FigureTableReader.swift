internal import Atrium
internal import AtriumCourses
internal import AtriumSeats

/// Makes one table in one unit. It checks who may see the table, finds the subjects of its rows, reads their numbers and
/// decides which numbers are shown.
struct FigureTableReader {
    /// The subject of a row, with its name and its surrogate key in the rollups (-1 if they have none).
    private struct Line {
        let subject: FigureRow.Subject
        let name: String
        let key: Int
        /// Whether the row is shown only if it has a number.
        var isPast = false
    }

    let query: FigureQuery
    let service: AnalyticsService
    let work: UnitOfWork

    func table() throws -> FigureTable {
        let reach = try authorize()
        guard query.figures.count <= 100 else { throw AnalyticsError.tooManyFigures }
        let parts = try query.parts(firstWeekday: work.organization().firstWeekday)
        let (lines, next) = try lines(reach, parts: parts.count)
        guard lines.count * parts.count <= FigureQuery.rowLimit else { throw AnalyticsError.tooManyRows }
        let reader = FigureReader(
            work: work, parts: parts, team: try query.team.map { try key("team", $0.description) },
            course: try query.course.map { try key("course", $0.description) },
            member: try query.member.map { try key("member", $0.description) })
        let isOwn = query.member != nil && query.member == work.principal.member
        let smallGroup = isOwn ? nil : try service.smallGroup(in: work)

        let isFirstPage = query.rows != .members || query.cursor == nil
        let hasTotals = query.rows != .organization && (reach.everyone || query.team != nil) && isFirstPage
        let numbers = Numbers(
            rows: try reader.read(subjects(lines)), totals: try hasTotals ? reader.read(.organization) : [:])
        let people = Numbers(
            rows: try smallGroup == nil ? [:] : reader.readPeople(subjects(lines)),
            totals: try smallGroup == nil || !hasTotals ? [:] : reader.readPeople(.organization))
        let shown = lines.filter { line in
            !line.isPast || parts.indices.contains { numbers.rows[.init(part: $0, subject: line.key)] != nil }
        }
        let members = try shown.map { try memberCount(of: $0.subject) }
        let allMembers = try memberCount(of: .organization)

        var rows = shown.map { _ in [FigureRow]() }
        var totals: [FigureRow] = []
        for (part, days) in parts.enumerated() {
            let peopleRows = zip(shown, members).map { people.row(part, $0.key, members: $1) }
            let suppression = CellSuppression(
                smallGroup, aboutOne: (query.rows == .members || query.member != nil, query.member != nil),
                rows: peopleRows, total: hasTotals ? people.total(part, members: allMembers) : nil)
            for (index, line) in shown.enumerated() {
                let counts = numbers.row(part, line.key, members: members[index])
                let values = values(of: counts, line.subject) { suppression.hides($0, row: index) }
                rows[index].append(FigureRow(subject: line.subject, name: line.name, days: days, values: values))
            }
            guard hasTotals else { continue }
            let counts = numbers.total(part, members: allMembers)
            let values = values(of: counts, .organization) { suppression.hides($0, row: nil) }
            totals.append(FigureRow(subject: .organization, name: "Total", days: days, values: values))
        }
        return FigureTable(
            figures: query.figures, rows: rows.flatMap { $0 }, totals: totals, smallGroup: smallGroup, next: next)
    }

    /// The numbers of the rows and of their total in the rollups.
    private struct Numbers {
        let rows: [FigureReader.Place: FigureReader.Counts]
        let totals: [FigureReader.Place: FigureReader.Counts]

        func row(_ part: Int, _ subject: Int, members: Int) -> FigureReader.Counts {
            var counts = rows[.init(part: part, subject: subject)] ?? .init()
            counts.members = members
            return counts
        }

        func total(_ part: Int, members: Int) -> FigureReader.Counts {
            var counts = totals[.init(part: part, subject: 0)] ?? .init()
            counts.members = members
            return counts
        }
    }

    // MARK: - Access

    /// Throws unless the principal may see the table, and returns their reach.
    private func authorize() throws -> Reach {
        let reach = try work.reach(of: .viewFigures)
        let isOwn = query.member != nil && query.member == reach.oneself && query.rows != .teams
        if let team = query.team {
            try work.require(.viewFigures, in: .team(team))
            guard try work.team(team) != nil else { throw TeamError.unknown }
        } else if !isOwn, query.rows != .teams || query.member != nil || reach.teams.isEmpty {
            try work.require(.viewFigures)
        }
        if let member = query.member {
            // For a principal who sees only a team, a person who never was in it does not exist.
            let isSeen = try query.team.map { try reach.everyone || wasIn($0, member) } ?? true
            guard isSeen, try work.member(member) != nil else { throw MemberError.unknown }
        }
        if let course = query.course, try service.courses.course(course, in: work) == nil { throw CourseError.unknown }
        return reach
    }

    private func wasIn(_ team: TeamID, _ member: MemberID) throws -> Bool {
        try work.teamPeriods(of: member).contains { $0.team == team }
    }

    // MARK: - Subjects of the rows

    private func lines(_ reach: Reach, parts: Int) throws -> (lines: [Line], next: FigureQuery.Cursor?) {
        switch query.rows {
        case .organization: return ([try organization()], nil)
        case .teams: return (try teams(reach), nil)
        case .courses: return (try courses(), nil)
        case .members: return try members(limit: min(max(query.limit, 1), 1000, max(1, FigureQuery.rowLimit / parts)))
        }
    }

    private func organization() throws -> Line {
        if let member = query.member, let name = try work.member(member)?.name {
            return Line(subject: .member(member), name: name, key: 0)
        }
        if let team = query.team, let name = try work.team(team)?.name {
            return Line(subject: .team(team), name: name, key: 0)
        }
        return Line(subject: .organization, name: try work.organization().name, key: 0)
    }

    private func teams(_ reach: Reach) throws -> [Line] {
        try work.teams(in: reach, archived: true).filter { query.team == nil || query.team == $0.id }.map { team in
            Line(
                subject: .team(team.id), name: team.name, key: try key("team", team.id.description),
                isPast: team.archivedAt != nil)
        }
    }

    private func courses() throws -> [Line] {
        let all = try service.courses.courses(in: work).filter { query.course == nil || query.course == $0.id }
        return try all.map { course in
            Line(
                subject: .course(course.id), name: course.title, key: try key("course", course.id.description),
                isPast: course.retiredAt != nil)
        }
    }

    /// Members in the order of joining. Former members are shown only if they have a number.
    private func members(limit: Int) throws -> (lines: [Line], next: FigureQuery.Cursor?) {
        if let member = query.member { return (try work.member(member).map { [try line($0)] } ?? [], nil) }
        let found = try work.members(after: query.cursor?.position, of: query.team, limit: limit + 1)
        let shown = found.prefix(limit)
        return (
            try shown.map(line), found.count > limit ? shown.last.map { FigureQuery.Cursor(after: $0.id) } : nil
        )
    }

    private func line(_ member: any Member) throws -> Line {
        let isInTeam = try query.team.map { team in try work.teams(of: member.id).contains { $0.id == team } } ?? true
        return Line(
            subject: .member(member.id), name: member.name, key: try key("member", member.id.description),
            isPast: member.state != .active || !isInTeam)
    }

    private func subjects(_ lines: [Line]) -> FigureReader.Subjects {
        switch query.rows {
        case .organization: .organization
        case .teams: .teams(lines.map(\.key))
        case .courses: .courses
        case .members: .members(lines.map(\.key))
        }
    }

    private func key(_ kind: String, _ name: String) throws -> Int {
        try work.first("SELECT id FROM analytics_key WHERE (kind, name) = (\(kind), \(name))", as: Int.self) ?? -1
    }

    // MARK: - Values

    /// The number of active members of the organization or a team now; 0 if the figure does not apply.
    private func memberCount(of subject: FigureRow.Subject) throws -> Int {
        guard query.figures.contains(.members), isApplicable(.members, to: subject) else { return 0 }
        if case .team(let team) = subject { return try work.activeMemberCount(in: team) }
        return try query.team.map(work.activeMemberCount) ?? service.seats.usedSeats(in: work)
    }

    private func values(
        of counts: FigureReader.Counts, _ subject: FigureRow.Subject, hides: (KeyFigure) -> Bool
    ) -> [FigureValue] {
        query.figures.map { figure in
            guard isApplicable(figure, to: subject) else { return .none }
            return hides(figure) ? .hidden : figure.value(of: counts)
        }
    }

    private func isApplicable(_ figure: KeyFigure, to subject: FigureRow.Subject) -> Bool {
        var (isCourse, isMember) = (query.course != nil, query.member != nil)
        if case .course = subject { isCourse = true }
        if case .member = subject { isMember = true }
        switch figure.reach {
        case .all: return true
        case .people: return !isCourse
        case .groups: return !isCourse && !isMember
        }
    }
}
