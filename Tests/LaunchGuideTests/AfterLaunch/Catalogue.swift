import Atrium
import AtriumCourses
import AtriumSurfaces
import TestSupport
import Testing

/// The catalogue of courses.
struct Catalogue {
    @Test func `[S3] every active member browses the catalogue, managers too`() async throws {
        try await withGuide { world in
            let people = world.people.map(\.person) + [world.newcomer, world.both]
            for person in people {
                #expect(try await person.offered(in: .home).contains("courses/catalogue"))
                let shown = try await person.reads("courses/catalogue")
                #expect(shown.contains("Swift") && shown.contains("SQLite"))
                let found = try await person.reads("courses/catalogue", ["text": "sql"])
                #expect(found.contains("SQLite") && !found.contains("Swift"))
            }
        }
    }

    @Test func `[S3] a course that is retired takes no new learner`() async throws {
        try await withGuide { world in
            try await world.administrator.does("courses/retire", ["course": world.swift])
            #expect(try await !world.manager.reads("courses/catalogue").contains("Swift"))
            await #expect(throws: Refused(CourseError.retired)) {
                try await world.member.does("courses/enrol", ["course": world.swift])
            }
        }
    }

    @Test func `[S3] only an administrator changes the catalogue, and nobody outside reads it`() async throws {
        try await withGuide { world in
            for person in [world.manager, world.supervisor, world.member] {
                #expect(try await person.lacks("courses/add", ["id": "x", "title": "X"]) == .manageCatalogue)
                await #expect(throws: AccessError(permission: "courses.manage catalogue")) {
                    try await world.base.courses.retire(world.swift, as: person.principal)
                }
            }
            try await world.administrator.does("kernel/deactivate", ["member": world.newcomer.id])
            for person in [world.newcomer, world.foreigner, world.visitor] {
                #expect(try await person.lacks("courses/catalogue") == .viewCatalogue)
                await #expect(throws: AccessError(permission: "courses.view catalogue")) {
                    try await world.base.courses.list(as: person.principal)
                }
            }
        }
    }
}
