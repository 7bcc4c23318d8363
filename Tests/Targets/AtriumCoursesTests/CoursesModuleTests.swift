import Atrium
import AtriumCourses
import AtriumTesting
import Testing

struct CoursesModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(
            Courses(),
            operations: [
                .init("see the catalogue", as: \.ada, needs: .viewCatalogue) { _ = try await $0.service.list(as: $1) }
            ]
        ) { world in
            for name in ["swift-101", "sqlite-101"] {
                try await world.service.add(Course(id: CourseID(name), title: name), as: world.administrator)
                world.sample("course", name)
                world.sample("courses/catalogue", name)
            }
            let lines = """
                id,email,course,event,date
                h1,stranger@private.example,swift-101,enrolled,2025-02-01
                h2,foreigner@private.example,swift-101,enrolled,2025-02-01
                f1,ada@acme.example,swift-101,enrolled,2062-02-01
                f2,bob@acme.example,swift-101,enrolled,2062-02-01

                """
            _ = try await world.service.importRecord(.csv, from: chunks(of: lines), as: world.administrator).get()
            world.upload("id,email,course,event,date\n1,ada@acme.example,swift-101,enrolled,2025-01-01\n")
            world.keeps("the catalogue") { try await $0.service.list(as: $0.administrator) }
        }
    }
}
