import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

struct SuggestionsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(
            Suggestions(), with: [Courses(), mail],
            operations: [
                .init("read the calendar of a token", as: \.ada, needs: .viewCalendar) { world, principal in
                    let token = try await world.service.makeCalendarToken(of: world.ada.id, as: world.ada)
                    _ = try await world.service.calendar(token, as: principal)
                }
            ], acts: learningActs()
        ) { world in
            let courses = try ["swift-101", "sqlite-101"].map { try CourseID($0) }
            for course in courses {
                try await world[Courses.self].add(Course(id: course, title: "A course"), as: world.administrator)
                world.sample("course", course)
            }
            let suggestion = try await world.service.suggest(courses[0], to: .team(world.north), as: world.supervisor)
            let other = try await world.service.suggest(courses[1], to: .organization, as: world.administrator)
            let goal = try await world.service.setGoal(
                .learn(minutes: 60), for: world.ada.id, by: Day(year: 2026, month: 6), as: world.supervisor)
            world.sample("suggestion", suggestion, other)
            world.sample("goal", goal)
            world.keeps("what is suggested to Ada") { try await $0.service.suggestions(of: $0.ada.id, as: $0.ada) }
        }
    }
}
