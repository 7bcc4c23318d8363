import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

/// An organization with a course and a member, for tests of certificates.
struct CertificateWorld {
    let test: TemporaryPlatform
    let tenant: Tenant
    let administrator: Principal
    let ada: MemberID
    let swift: CourseID

    var courses: CourseService { get throws { try tenant[Courses.self] } }
    var certificates: CertificateService { get throws { try tenant[Certificates.self] } }

    func member(
        _ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = [], address: String? = nil
    ) async throws -> MemberID {
        let address = address ?? "\(name)@acme.example"
        return try #require(
            try await test.member(address, name: name, roles: roles, teams: teams, in: tenant).member)
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

    /// The same world after a restart with other modules.
    func reopened(with modules: [any Module]) async throws -> CertificateWorld {
        let test = try await test.reopened(with: modules)
        return CertificateWorld(
            test: test, tenant: try await test.platform.tenant("acme"), administrator: administrator, ada: ada,
            swift: swift)
    }

    func own(_ member: MemberID? = nil) async throws -> [Certificate] {
        try await certificates.own(as: .member(member ?? ada)).entries
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
    try await withTemporaryPlatform([Courses(), certificates] + modules, configure: configure) { test in
        let tenant = try await test.organization()
        let administrator = try await test.member(
            "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
        try await tenant.settings.change(settings, as: administrator)
        let swift = try CourseID("swift-101")
        try await tenant[Courses.self].add(Course(id: swift, title: title), as: administrator)
        let ada = try await test.member("ada@acme.example", name: name, in: tenant)
        try await body(
            CertificateWorld(
                test: test, tenant: tenant, administrator: administrator, ada: #require(ada.member), swift: swift))
    }
}
