public import Atrium
internal import AtriumCourses

internal import struct Foundation.TimeZone

/// A goal and the member's progress. The progress is computed from the learning record, from the day on which the goal was set
/// through its last day.
public struct GoalProgress: Sendable, Equatable {
    /// The goal as it was set.
    public let goal: Goal
    /// The name of the member for whom the goal is set.
    public let name: String
    /// Whether the goal is reached, or can still be reached.
    public let state: State
    /// The title of the course to complete; `nil` for a goal in minutes.
    public let title: String?
    /// The minutes that count so far; `nil` for a course to complete.
    public let minutes: Int?
    /// 0 to 100. It is 100 only if the goal is reached.
    public let percent: Int
    /// The member who set the goal, or changed it last.
    public let setter: Suggester

    /// Whether a goal is reached, or can still be reached.
    public enum State: String, Sendable, CaseIterable {
        /// The goal is not reached, and its last day has not passed.
        case open
        /// The goal was reached in time.
        case reached
        /// The last day passed and the goal was not reached.
        case missed
        /// The goal was withdrawn, whether or not it was reached.
        case withdrawn
    }

    /// The target in words: `complete Swift, from the start`, `learn 600 minutes`.
    public var aim: Words {
        switch goal.target {
        case .complete(let course): "complete \(title ?? course.description)"
        case .learn(let minutes): "learn \(minutes, "minute", "minutes")"
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
        name = try work.member(goal.member)?.name ?? ""
        setter = try Suggester(goal.setBy, as: goal.role, in: work)
        if goal.withdrawnAt != nil {
            state = .withdrawn
        } else if hasReached {
            state = .reached
        } else {
            state = Day(work.now, in: zone) > goal.day ? .missed : .open
        }
    }

    /// The progress that the course reports for the current enrolment, up to 99; 0 without one.
    private static func percent(
        of course: CourseID, _ member: MemberID, _ courses: CourseService, in work: UnitOfWork
    ) throws -> Int {
        let participation = try courses.participations(of: member, in: work).first { $0.course == course }
        return participation?.state == .enrolled ? min(99, participation?.percent ?? 0) : 0
    }
}
