import Atrium
import AtriumCourses
import AtriumMail
import AtriumMailTesting
import AtriumTesting
import Coaching
import Testing

struct CoachingModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(
            Coaching(), with: [Courses(), mail],
            olderRows: [
                "create session": [
                    "INSERT INTO coaching_session VALUES ('s', 'm', 't', 'c', 'held', 20458, NULL, 45, 1767603600000)"
                ]
            ],
            operations: [
                .init("plan a session", as: \.supervisor, needs: .planSessions) { world, principal in
                    try await world.service.plan(
                        of: world.ada.id, with: world.manager.id, on: Day(year: 2026, month: 1, day: 9), as: principal)
                },
                .init("list sessions", as: \.ada, needs: .viewSessions) { world, principal in
                    _ = try await world.service.list(of: world.ada.id, as: principal)
                },
            ]
        ) { world in
            // The manager coaches both teams.
            let (coach, today) = (try world.manager.id, Day(year: 2026, month: 1, day: 5))
            for team in [world.north, world.south] {
                try await world.tenant.roles.grant(Assignment("coach", team: team), to: coach, as: world.administrator)
            }
            for member in try [world.ada.id, world.bob.id] {
                for day in [today, today.advanced(by: 1), today.advanced(by: 7)] {
                    let session = try await world.service.plan(
                        of: member, with: coach, on: day, as: world.administrator)
                    if day == today {
                        try await world.service.record(session, minutes: 45, note: "Good", as: world.manager)
                    } else {
                        world.sample("session", session)
                    }
                }
            }
            let course = Course(id: try CourseID("swift"), title: "Swift")
            try await world[Courses.self].add(course, as: world.administrator)
            try await world[Courses.self].record(.enrolled, of: world.ada.id, in: course.id, as: world.administrator)
            try await world[Courses.self].record(.completed, of: world.ada.id, in: course.id, as: world.administrator)
            world.keeps("Ada's sessions") { try await $0.service.list(of: $0.ada.id, endedToo: true, as: $0.ada) }
        }
    }
}
