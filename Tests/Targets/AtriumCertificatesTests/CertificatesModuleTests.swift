import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

struct CertificatesModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(
            Certificates { "https://training.example/verify/\($0)" }, with: [Courses()],
            operations: [
                .init("list certificates", needs: .viewCertificates) { _ = try await $0.service.list(as: $1) },
                .init("list one's own", as: \.ada, needs: .viewOwnCertificates) {
                    _ = try await $0.service.listOwn(as: $1)
                },
            ],
            // The names at the time of the completion are not known later.
            notCaughtUp: [
                "certificates_certificate.name", "certificates_certificate.issuer", "certificates_certificate.title",
            ],
            acts: learningActs()
        ) { world in
            let (courses, swift) = (try world[Courses.self], try CourseID("swift-101"))
            try await courses.add(Course(id: swift, title: "Swift"), as: world.administrator)
            world.sample("course", swift)
            for member in [world.ada, world.bob] {
                for learning in [Learning.enrolled, .completed] {
                    try await courses.record(learning, of: member.id, in: swift, as: world.administrator)
                }
            }
            try await world.settle()
            for member in [world.ada, world.bob] {
                for certificate in try await world.service.listOwn(as: member).entries {
                    world.sample("certificate", certificate.id)
                }
            }
            world.keeps("Ada's certificates") { try await $0.service.listOwn(as: $0.ada).entries.map(\.id) }
        }
    }
}
