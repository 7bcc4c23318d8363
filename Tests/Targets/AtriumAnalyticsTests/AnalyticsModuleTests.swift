import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

struct AnalyticsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        var modules = try analyticsModules(Mailbox(), withAnalytics: false)
        modules.removeAll { $0 is Courses }
        try await verifyModule(
            Analytics(), with: modules + [Courses()],
            operations: [
                .init("read the calendar of a token", needs: .viewReviewCalendar) { world, principal in
                    let token = try await world.service.makeCalendarToken(as: world.administrator)
                    _ = try await world.service.calendar(token, as: principal)
                }
            ], acts: learningActs()
        ) { world in
            let courses = try world[Courses.self]
            for name in ["swift", "sqlite"] {
                let course = try CourseID(name)
                try await courses.add(Course(id: course, title: name), as: world.administrator)
                try await courses.record(.enrolled, of: world.ada.id, in: course, as: world.administrator)
                world.sample("course", course)
            }
            let watched = try await world.service.watch(
                WatchedFigure(.active, each: .month, target: .atLeast(1)), as: world.administrator)
            try await world.service.scheduleReview(
                Review(.weekly, from: Day(year: 2026, month: 1, day: 12)), as: world.administrator)
            try await world.service.setCriterion(.project, of: world.north, as: world.administrator)
            world.sample("watched-figure", watched)
            world.sample("criterion", "project", "other:Floor")
        }
    }
}
