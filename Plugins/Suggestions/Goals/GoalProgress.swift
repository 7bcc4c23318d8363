internal import Atrium
internal import AtriumCourses

internal import struct Foundation.TimeZone

/// A goal and how far the person is, computed from the learning record: from the day on which it was set through its last.
public struct GoalProgress: Sendable, Equatable {
    public let goal: Goal
    public let state: State
    /// The title of the course, where it is to complete one.
    public let title: String?
    /// The minutes that count so far, where it is to learn some.
    public let minutes: Int?
    /// 0 to 100: 100 once it is reached, and not before.
    public let percent: Int
    public let setter: Suggester

    public enum State: String, Sendable, CaseIterable {
        case open, reached
        /// Its last day passed before.
        case missed
        case withdrawn
    }

    /// What is to be reached: `complete Swift, from the start`, `learn 600 minutes`.
    public var aim: String {
        switch goal.target {
        case .complete(let course): "complete \(TextRule.isolated(title ?? course.description))"
        case .learn(let minutes): "learn \(minutes) minutes"
        }
    }

    init(_ goal: Goal, _ courses: CourseService, zone: TimeZone, in work: UnitOfWork) throws {
        let first = Day(goal.setAt, in: zone)
        let days = first...max(first, goal.day)
        let hasReached: Bool
        switch goal.target {
        case .complete(let course):
            (title, minutes) = (try courses.course(course, in: work)?.title, nil)
            hasReached = try courses.hasCompleted(course, goal.member, on: days, in: work)
            percent = hasReached ? 100 : try Self.percent(of: course, goal.member, courses, in: work)
        case .learn(let wanted):
            let learnt = try courses.minutes(of: goal.member, on: days, in: work)
            hasReached = learnt >= wanted
            (title, minutes, percent) = (nil, learnt, hasReached ? 100 : learnt * 100 / wanted)
        }
        self.goal = goal
        setter = try Suggester(goal.setBy, as: goal.role, in: work)
        if goal.withdrawnAt != nil {
            state = .withdrawn
        } else if hasReached {
            state = .reached
        } else {
            state = Day(work.now, in: zone) > goal.day ? .missed : .open
        }
    }

    /// What the course reports of an enrolment that lasts.
    private static func percent(
        of course: CourseID, _ member: MemberID, _ courses: CourseService, in work: UnitOfWork
    ) throws -> Int {
        let participation = try courses.participations(of: member, in: work).first { $0.course == course }
        return participation?.state == .enrolled ? min(99, participation?.percent ?? 0) : 0
    }
}
