import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

typealias CertificateWorld = TestOrganization

/// A course and a member, for tests of certificates. `ada` is the member's id.
extension CertificateWorld {
    var ada: MemberID { person("Ada").member! }
    var swift: CourseID { catalogue[0].id }

    var certificates: CertificateService { get throws { try tenant[Certificates.self] } }

    func member(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> MemberID {
        try #require(try await admit(name, roles, teams).member)
    }

    /// Enrols a member, completes the course, and does what follows.
    func complete(
        _ member: MemberID? = nil, in course: CourseID? = nil, at date: Date? = nil, id: String? = nil
    ) async throws {
        let (member, course) = (member ?? ada, course ?? swift)
        try await courses.record(.enrolled, of: member, in: course, as: administrator)
        try await courses.record(.completed, of: member, in: course, at: date, id: id, as: administrator)
        try await settle()
    }

    /// Does what follows the commits, and advances the clock by a second, because ids are in the order of time.
    func settle() async throws {
        try await test.platform.runDue()
        test.clock.advance(by: .seconds(1))
    }

    func own(_ member: MemberID? = nil) async throws -> [Certificate] {
        try await certificates.listOwn(as: .member(member ?? ada)).entries
    }

    /// The only certificate of a member.
    func certificate(of member: MemberID? = nil) async throws -> Certificate {
        let own = try await own(member)
        #expect(own.count == 1)
        return try #require(own.first)
    }

    func state(_ code: CertificateCode) async throws -> CertificateState {
        try await certificates.verify(code.description, as: .visitor).state
    }
}

func withCertificates(
    _ certificates: Certificates = Certificates { "https://training.example/verify/\($0)" },
    beside modules: [any Module] = [], name: String = "Ada",
    settings: OrganizationSettings = OrganizationSettings(name: "Acme"), title: String = "Swift, from the start",
    configure: (inout PlatformConfiguration) -> Void = { _ in }, _ body: (CertificateWorld) async throws -> Void
) async throws {
    try await withTestOrganization(
        [Courses(), certificates] + modules,
        steps: [
            .settings(settings),
            .course(Course(id: CourseID("swift-101"), title: title)),
            .person("Ada", name: name),
        ], configure: configure, body)
}
