import Atrium
import AtriumAnalytics
import AtriumCourses
import Foundation
import Testing

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let leaders: Set<Asker> = [.administrator, .manager]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    /// The catalogue and the learning record.
    static let learning: [Row] = [
        Row("CourseService.list(_:as:)", members) { _ = try await $0.courses.list(as: $1) },
        Row("CourseService.course(_:as:)", members) { _ = try await $0.courses.course($0.course, as: $1) },
        Row("CourseService.add(_:as:)", administrators) {
            try await $0.courses.add(Course(id: CourseID("new"), title: "New"), as: $1)
        },
        Row("CourseService.change(_:as:)", administrators) {
            try await $0.courses.change(Course(id: $0.course, title: "Swift 2"), as: $1)
        },
        Row("CourseService.retire(_:as:)", administrators) { try await $0.courses.retire($0.course, as: $1) },
        Row("CourseService.restore(_:as:)", administrators) { try await $0.courses.restore($0.course, as: $1) },
        Row("CourseService.record(_:of:in:at:id:as:)", on: "withdrawing in North", [.administrator, .member]) {
            try await $0.courses.record(.withdrawn, of: $0.ada, in: $0.course, as: $1)
        },
        Row("CourseService.record(_:of:in:at:id:as:)", on: "enrolling in South", administrators) {
            try await $0.courses.record(.enrolled, of: $0.bob, in: $0.course, as: $1)
        },
        Row("CourseService.record(_:of:in:at:id:as:)", on: "completing in North", administrators) {
            try await $0.courses.record(.completed, of: $0.ada, in: $0.course, as: $1)
        },
        Row("CourseService.void(_:of:as:)", on: "in North", administrators) {
            try await $0.courses.void("enrolment", of: $0.ada, as: $1)
        },
        Row("CourseService.correct(_:to:of:at:as:)", on: "in North", administrators) {
            try await $0.courses.correct("enrolment", to: .enrolled, of: $0.ada, at: Date.now, as: $1)
        },
        Row("CourseService.participations(of:as:)", on: "in North", members) {
            _ = try await $0.courses.participations(of: $0.ada, as: $1)
        },
        Row("CourseService.participations(of:as:)", on: "in South", leaders) {
            _ = try await $0.courses.participations(of: $0.bob, as: $1)
        },
        Row("CourseService.attempts(of:in:as:)", on: "in North", members) {
            _ = try await $0.courses.attempts(of: $0.ada, in: $0.course, as: $1)
        },
        Row("CourseService.attempts(of:in:as:)", on: "in South", leaders) {
            _ = try await $0.courses.attempts(of: $0.bob, in: $0.course, as: $1)
        },
        Row("CourseService.entries(of:in:as:)", on: "in North", members) {
            _ = try await $0.courses.entries(of: $0.ada, in: $0.course, as: $1)
        },
        Row("CourseService.entries(of:in:as:)", on: "in South", leaders) {
            _ = try await $0.courses.entries(of: $0.bob, in: $0.course, as: $1)
        },
        Row("CourseService.importRecord(_:from:as:)", administrators) {
            _ = try await $0.courses.importRecord(.xapi, from: AsyncStream<[UInt8]> { $0.finish() }, as: $1)
        },
        Row("CourseService.heldLearners(after:limit:as:)", administrators) {
            _ = try await $0.courses.heldLearners(as: $1)
        },
        Row("CourseService.resolve(_:to:as:)", administrators) {
            do {
                _ = try await $0.courses.resolve("mailto:x@else.example", to: $0.ada, as: $1)
            } catch LearningError.nobodyHeld {
                // Access was granted, but nothing is held for this learner.
            }
        },
        Row("CourseService.resolve(_:as:)", administrators) {
            let pair = LearnerMapping("mailto:x@else.example", to: .member($0.ada))
            _ = try await $0.courses.resolve([pair], as: $1).get()
        },
        Row("CourseService.futureLines(after:limit:as:)", administrators) {
            _ = try await $0.courses.futureLines(as: $1)
        },
        Row("CourseService.recordFutureLines(until:as:)", administrators) {
            _ = try await $0.courses.recordFutureLines(as: $1).get()
        },
        Row("CourseService.discardFutureLine(_:as:)", administrators) {
            try await $0.courses.discardFutureLine("x", as: $1)
        },
        Row("CourseService.removeMapping(of:as:)", administrators) {
            try await $0.courses.removeMapping(of: "mailto:x@else.example", as: $1)
        },
        Row("CourseService.discardHeldLines(of:as:)", administrators) {
            _ = try await $0.courses.discardHeldLines(of: "mailto:x@else.example", as: $1)
        },
    ]

    private static let year = Day(year: 2026, month: 1)..<Day(year: 2027, month: 1)

    private static func query(
        _ rows: FigureQuery.Rows = .organization, team: TeamID? = nil, member: MemberID? = nil
    ) -> FigureQuery {
        var query = FigureQuery(rows, days: year)
        (query.team, query.member) = (team, member)
        return query
    }

    /// Analytics.
    static let figures: [Row] =
        [
            Row("AnalyticsService.table(_:as:)", on: "the organization", leaders) {
                _ = try await $0.analytics.table(query(), as: $1)
            },
            Row("AnalyticsService.table(_:as:)", on: "teams", leaders.union([.supervisor])) {
                _ = try await $0.analytics.table(query(.teams), as: $1)
            },
            Row("AnalyticsService.table(_:as:)", on: "North", leaders.union([.supervisor])) {
                _ = try await $0.analytics.table(query(.members, team: $0.north), as: $1)
            },
            Row("AnalyticsService.table(_:as:)", on: "South", leaders) {
                _ = try await $0.analytics.table(query(.courses, team: $0.south), as: $1)
            },
            Row("AnalyticsService.table(_:as:)", on: "a member of North", leaders.union([.member])) {
                _ = try await $0.analytics.table(query(member: $0.ada), as: $1)
            },
            Row("AnalyticsService.table(_:as:)", on: "a member of South", leaders) {
                _ = try await $0.analytics.table(query(member: $0.bob), as: $1)
            },
            Row("AnalyticsService.csv(_:as:)", on: "members", leaders) {
                for try await _ in try $0.analytics.csv(query(.members), as: $1) {}
            },
            Row("AnalyticsService.learningDays(of:as:)", leaders) { _ = try await $0.analytics.learningDays(as: $1) },
            Row("AnalyticsService.smallGroup(as:)", members) { _ = try await $0.analytics.smallGroup(as: $1) },
            Row("AnalyticsService.setSmallGroup(_:as:)", administrators) {
                try await $0.analytics.setSmallGroup(5, as: $1)
            },
            Row("AnalyticsService.funnel(of:days:as:)", on: "the organization", leaders) {
                _ = try await $0.analytics.funnel(days: year, as: $1)
            },
            Row("AnalyticsService.funnel(of:days:as:)", on: "North", watchers) {
                _ = try await $0.analytics.funnel(of: $0.north, days: year, as: $1)
            },
            Row("AnalyticsService.people(at:of:days:after:limit:as:)", on: "the organization", leaders) {
                _ = try await $0.analytics.people(at: .started, days: year, as: $1)
            },
            Row("AnalyticsService.people(at:of:days:after:limit:as:)", on: "North", watchers) {
                _ = try await $0.analytics.people(at: .started, of: $0.north, days: year, as: $1)
            },
            Row("AnalyticsService.setCriterion(_:of:as:)", on: "North", administrators) {
                try await $0.analytics.setCriterion(.project, of: $0.north, as: $1)
            },
            Row("AnalyticsService.criteria(as:)", watchers) { _ = try await $0.analytics.criteria(as: $1) },
            Row("AnalyticsService.comparison(of:days:as:)", watchers) {
                _ = try await $0.analytics.comparison(days: year, as: $1)
            },
        ] + watching

    private static let watchers = leaders.union([.supervisor])
    private static let review = Review(.weekly, from: Day(year: 2026, month: 1))

    private static func watch(_ team: TeamID? = nil) -> WatchedFigure {
        WatchedFigure(.active, of: team, each: .month, target: .atLeast(1))
    }

    /// Each member has their own watch list and their own review.
    private static let watching: [Row] = [
        Row("AnalyticsService.watch(_:as:)", on: "the organization", leaders) {
            try await $0.analytics.watch(watch(), as: $1)
        },
        Row("AnalyticsService.watch(_:as:)", on: "North", watchers) {
            try await $0.analytics.watch(watch($0.north), as: $1)
        },
        Row("AnalyticsService.watch(_:as:)", on: "South", leaders) {
            try await $0.analytics.watch(watch($0.south), as: $1)
        },
        Row("AnalyticsService.unwatch(_:as:)", watchers) {
            do {
                try await $0.analytics.unwatch(#require(WatchedFigureID($0.ada.description)), as: $1)
            } catch WatchError
                .unknown
            {
                // Access was granted, but there is no such watched figure.
            }
        },
        Row("AnalyticsService.watchList(as:)", watchers) { _ = try await $0.analytics.watchList(as: $1) },
        Row("AnalyticsService.scheduleReview(_:as:)", watchers) {
            try await $0.analytics.scheduleReview(review, as: $1)
        },
        Row("AnalyticsService.review(as:)", watchers) { _ = try await $0.analytics.review(as: $1) },
        Row("AnalyticsService.makeCalendarToken(as:)", watchers) {
            do { _ = try await $0.analytics.makeCalendarToken(as: $1) } catch WatchError.noReview {
                // Access was granted, but there is no review yet.
            }
        },
        Row("AnalyticsService.revokeCalendarToken(as:)", watchers) {
            try await $0.analytics.revokeCalendarToken(as: $1)
        },
        Row("AnalyticsService.calendar(_:as:)", Set(Asker.allCases)) {
            do { _ = try await $0.analytics.calendar("unknown", as: $1) } catch WatchError.invalidCalendar {
                // Access was granted, but there is no such calendar.
            }
        },
    ]
}
