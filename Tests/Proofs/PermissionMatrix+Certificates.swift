import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Testing

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let leaders: Set<Asker> = [.administrator, .manager]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    /// Certificates.
    static let certificates: [Row] = [
        Row("CertificateService.listOwn(_:as:)", members) { _ = try await $0.certificates.listOwn(as: $1) },
        Row("CertificateService.list(_:as:)", leaders.union([.supervisor])) {
            _ = try await $0.certificates.list(as: $1)
        },
        Row("CertificateService.list(_:as:)", on: "North", leaders.union([.supervisor])) {
            _ = try await $0.certificates.list(CertificateQuery(team: $0.north), as: $1)
        },
        Row("CertificateService.list(_:as:)", on: "South", leaders) {
            _ = try await $0.certificates.list(CertificateQuery(team: $0.south), as: $1)
        },
        Row("CertificateService.list(_:as:)", on: "a member of North", leaders.union([.supervisor])) {
            _ = try await $0.certificates.list(CertificateQuery(member: $0.ada), as: $1)
        },
        Row("CertificateService.list(_:as:)", on: "a member of South", leaders) {
            _ = try await $0.certificates.list(CertificateQuery(member: $0.bob), as: $1)
        },
        Row("CertificateService.listWithCodes(_:as:)", administrators) {
            _ = try await $0.certificates.listWithCodes(as: $1)
        },
        Row("CertificateService.svg(_:as:)", on: "in North", [.member]) { world, asker in
            let id = try await world.certificate().id
            try await found { _ = try await world.certificates.svg(id, as: asker) }
        },
        Row("CertificateService.html(_:as:)", on: "in North", [.member]) { world, asker in
            let id = try await world.certificate().id
            try await found { _ = try await world.certificates.html(id, as: asker) }
        },
        Row("CertificateService.verify(_:as:)", Set(Asker.allCases)) { world, asker in
            let code = try await world.certificate().content.code
            #expect(try await world.certificates.verify(code.description, as: asker).content.name == "ada")
        },
        Row("CertificateService.revoke(_:reason:as:)", administrators) {
            try await $0.certificates.revoke($0.certificate().id, reason: "Wrong", as: $1)
        },
        Row("CertificateService.reissue(_:as:)", administrators) {
            _ = try await $0.certificates.reissue($0.certificate().id, as: $1)
        },
        Row("CertificateService.issueMissing(as:)", administrators) {
            _ = try await $0.certificates.issueMissing(as: $1)
        },
    ]

    /// Counts an unknown certificate as a refusal: another member's certificate is unknown to an asker that may hold
    /// certificates.
    private static func found(_ act: () async throws -> Void) async throws {
        do { try await act() } catch CertificateError.unknown { throw Refused() }
    }
}

extension World {
    /// A certificate of `ada`, who completes another course to get it.
    fileprivate func certificate() async throws -> Certificate {
        let administrator = try #require(self.principals[.administrator])
        let sqlite = try CourseID("sqlite")
        try await courses.add(Course(id: sqlite, title: "SQLite"), as: administrator)
        for learning in [Learning.enrolled, .completed] {
            try await courses.record(learning, of: self.ada, in: sqlite, as: administrator)
        }
        try await test.platform.runDue()
        return try #require(
            try await certificates.listWithCodes(CertificateQuery(member: self.ada), as: administrator).entries.first)
    }
}
