public import Atrium
internal import AtriumCourses

internal import struct Foundation.Date

/// Goals for single members.
extension SuggestionService {
    /// Sets a goal for a member and returns its id. If the member already has an open goal with this target, the day and note
    /// of that goal change instead. What the member learned since it was first set still counts.
    ///
    /// Administrators and managers may set goals for everybody, and supervisors for the people in their teams. Throws
    /// `CourseError.unknown`, `MemberError`, ``SuggestionError`` or ``GoalError``.
    @discardableResult
    public func setGoal(
        _ target: Goal.Target, for member: MemberID, by day: Day, note: String = "", as principal: Principal
    ) async throws -> ID<Goal> {
        try await store.write(as: principal, .setGoals, in: .member(member)) { work in
            try Audience.member(member).require(in: work)
            try check(target, in: work)
            let standing = try goals(of: member, in: work).filter { $0.withdrawnAt == nil }
            if let same = try standing.first(where: { try $0.target == target && isOpen($0, in: work) }) {
                try change(same, to: target, by: day, note, in: work)
                return same.id
            }
            return try insert(target, for: member, by: day, note, in: work)
        }
    }

    /// Changes a goal: its target, by default the present one, its day and its note. What the member learned since it was
    /// first set still counts. The principal becomes the member who set it. Throws ``GoalError/targetTaken`` if the member has
    /// another open goal with this target.
    public func changeGoal(
        _ id: ID<Goal>, to target: Goal.Target? = nil, by day: Day, note: String, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .setGoals, in: .anywhere) { work in
            let goal = try requireNotWithdrawn(id, in: work)
            let target = target ?? goal.target
            if target != goal.target {
                try check(target, in: work)
                let others = try goals(of: goal.member, in: work).filter {
                    $0.withdrawnAt == nil && $0.target == target
                }
                guard try !others.contains(where: { try isOpen($0, in: work) }) else { throw GoalError.targetTaken }
            }
            try change(goal, to: target, by: day, note, in: work)
        }
    }

    /// One goal that is not withdrawn, of a member in the principal's reach.
    public func goal(_ id: ID<Goal>, as principal: Principal) async throws -> Goal {
        try await store.read(as: principal, .setGoals, in: .anywhere) { try requireNotWithdrawn(id, in: $0) }
    }

    /// Withdraws a goal. What the member learned stays in their record.
    public func withdrawGoal(_ id: ID<Goal>, as principal: Principal) async throws {
        try await store.write(as: principal, .setGoals, in: .anywhere) { work in
            try endGoals("id = \(requireNotWithdrawn(id, in: work).id)", in: work)
            try work.setSubject("goal", id)
        }
    }

    /// A member's goals with their progress, up to 200. Goals that are not withdrawn and whose last day has not passed come
    /// first, then the others. In both groups, the goals that were set last come first. Withdrawn goals are shown for 30 days.
    /// The member may read them, and so may those who may set goals for the member.
    public func goals(of member: MemberID, as principal: Principal) async throws -> [GoalProgress] {
        try await store.read(as: principal, .viewSuggestions, in: .member(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            return try progress(of: goals(of: member, in: work), in: work)
        }
    }

    /// One page of the goals of all people in the principal's reach, with their progress.
    public func goals(_ query: GoalQuery = GoalQuery(), as principal: Principal) async throws -> GoalPage {
        try await store.read(as: principal, .setGoals, in: .anywhere) { work in
            let page = try query.goals(in: work, reach: work.reach(of: .setGoals), stride: pageSize)
            return GoalPage(goals: try progress(of: page.goals, in: work), next: page.next)
        }
    }

    // MARK: - Steps

    /// A member's goals up to the limit: first the running ones, then the others. In both groups, the goals that were set last
    /// come first. Withdrawn goals are included for 30 days.
    func goals(of member: MemberID, in work: UnitOfWork) throws -> [Goal] {
        try work.rows(
            """
            SELECT \(Goal.columns) FROM suggestions_goal g
            WHERE g.member_id = \(member)
                AND (g.withdrawn_at IS NULL OR g.withdrawn_at > \(work.now.addingTimeInterval(-MemberSuggestions.withdrawnRetention)))
            ORDER BY \(running(in: work)) DESC, g.id DESC LIMIT \(limit)
            """, make: Goal.init)
    }

    /// The condition for a running goal: it is not withdrawn, and its last day has not passed.
    private func running(in work: UnitOfWork) throws -> SQL {
        let today = Day(work.now, in: try work.organization().timeZone)
        return "(g.withdrawn_at IS NULL AND g.by_day >= \(today))"
    }

    /// Throws if a member has more running goals than a list can hold.
    private func checkCount(of member: MemberID, in work: UnitOfWork) throws {
        let count = try work.one(
            "SELECT count(*) FROM suggestions_goal g WHERE g.member_id = \(member) AND \(running(in: work))",
            as: Int.self)
        guard count <= limit else { throw GoalError.tooMany }
    }

    func progress(of goals: [Goal], in work: UnitOfWork) throws -> [GoalProgress] {
        let zone = try work.organization().timeZone
        return try goals.map { try GoalProgress($0, courses, zone: zone, in: work) }
    }

    /// Withdraws the goals that match a condition and are not withdrawn yet.
    func endGoals(_ condition: SQL, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE suggestions_goal SET withdrawn_at = \(work.now), changed_at = max(changed_at + 1000, \(work.now))
            WHERE withdrawn_at IS NULL AND \(condition)
            """)
    }

    private func isOpen(_ goal: Goal, in work: UnitOfWork) throws -> Bool {
        try progress(of: [goal], in: work).first?.state == .open
    }

    private func check(_ target: Goal.Target, in work: UnitOfWork) throws {
        switch target {
        case .complete(let course):
            guard let known = try courses.course(course, in: work) else { throw CourseError.unknown }
            guard known.retiredAt == nil else { throw SuggestionError.courseRetired }
        case .learn(let minutes): guard (1...1_000_000).contains(minutes) else { throw GoalError.invalidMinutes }
        }
    }

    private func check(_ day: Day, setAt: Date, _ note: String, in work: UnitOfWork) throws {
        try Note.check(note)
        let first = Day(setAt, in: try work.organization().timeZone)
        guard day >= first, Day.writable.contains(day) else { throw GoalError.invalidDay }
    }

    /// A goal that is not withdrawn, of a member in the principal's reach. A goal out of reach gets the same error as an
    /// unknown goal.
    private func requireNotWithdrawn(_ id: ID<Goal>, in work: UnitOfWork) throws -> Goal {
        let goal = try work.first(
            "SELECT \(Goal.columns) FROM suggestions_goal g WHERE g.id = \(id) AND g.withdrawn_at IS NULL",
            make: Goal.init)
        guard let goal, try work.reach(of: .setGoals).contains(.member(goal.member), in: work) else {
            throw GoalError.unknown
        }
        return goal
    }

    private func insert(
        _ target: Goal.Target, for member: MemberID, by day: Day, _ note: String, in work: UnitOfWork
    ) throws -> ID<Goal> {
        try check(day, setAt: work.now, note, in: work)
        let capacity = try ActingRole(for: .setGoals, towards: .member(member), in: work)
        let (id, now): (ID<Goal>, _) = (try work.newID(), work.now)
        try work.run(
            """
            INSERT INTO suggestions_goal VALUES (\(id), \(member), \(target), \(day), \(note), \(capacity.member),
                \(capacity.role), \(now), \(now), NULL)
            """)
        try checkCount(of: member, in: work)
        try work.setSubject("goal", id)
        try wakeNextMorning(in: work)
        return id
    }

    private func change(
        _ goal: Goal, to target: Goal.Target, by day: Day, _ note: String, in work: UnitOfWork
    ) throws {
        try check(day, setAt: goal.setAt, note, in: work)
        let capacity = try ActingRole(for: .setGoals, towards: .member(goal.member), in: work)
        try work.run(
            """
            UPDATE suggestions_goal SET target = \(target), by_day = \(day), note = \(note),
                set_by = \(capacity.member), set_as = \(capacity.role), changed_at = max(changed_at + 1000, \(work.now))
            WHERE id = \(goal.id) AND (target, by_day, note) <> (\(target), \(day), \(note))
            """)
        try checkCount(of: goal.member, in: work)
        try work.setSubject("goal", goal.id)
    }
}
