import Atrium
import AtriumAnalytics
import AtriumCSV
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumTesting
import TestSupport
import Testing

/// An organization that reads files from other systems, and a member of it whom they name.
struct Acme {
    let test: TemporaryPlatform
    let tenant: Tenant
    let administrator: Principal
    let bob: MemberID

    var courses: CourseService { get throws { try tenant[Courses.self] } }

    func statements(_ name: String) async throws -> ImportReport {
        try await record(try Cases.bytes(name), .xapi)
    }

    func record(_ bytes: [UInt8], _ format: RecordFormat) async throws -> ImportReport {
        let report = try await courses.importRecord(format, from: pieces(bytes), as: administrator).get()
        try await test.platform.runDue()
        return report
    }

    /// The days of Bob's valid certificates.
    func certificates() async throws -> [Day] {
        try await tenant[Certificates.self].listOwn(as: .member(bob)).entries.filter { $0.state == .valid }.map(
            \.content.day)
    }

    func participation() async throws -> Participation? {
        try await courses.participations(of: bob, as: administrator).first
    }

    func figure(_ figure: KeyFigure) async throws -> FigureValue {
        let days = Day(year: 2025, month: 1)..<Day(year: 2027, month: 1)
        let table = try await tenant[Analytics.self].table(FigureQuery(days: days), as: administrator)
        return table.value(of: figure, in: try #require(table.rows.first))
    }

    func roster(
        _ bytes: [UInt8], form: CSVForm<RosterColumn> = CSVForm(), createTeams: Bool = false
    ) async throws -> RosterReport {
        try await tenant[Invitations.self].importRoster(
            from: pieces(bytes), form: form, createTeams: createTeams, as: administrator
        ).get()
    }

    private func pieces(_ bytes: [UInt8]) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            for start in stride(from: 0, to: bytes.count, by: 7) {
                stream.yield(Array(bytes[start..<min(start + 7, bytes.count)]))
            }
            stream.finish()
        }
    }
}

/// Creates an organization with a member Bob, whose address is `address`. If a list of people names Bob by another address,
/// the list invites him.
func withAcme(bob address: String = "bob@x.example", _ body: (Acme) async throws -> Void) async throws {
    try await withTemporaryPlatform(platformModules(Mailbox())) { test in
        let tenant = try await test.organization()
        let administrator = try await test.member(
            "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
        let courses = try tenant[Courses.self]
        try await courses.add(
            Course(id: CourseID("safety"), title: "Safety", link: "https://lms.example/course/1"), as: administrator
        )
        try await courses.add(Course(id: CourseID("c1"), title: "One"), as: administrator)
        let bob = try await test.member(address, name: "Bob", in: tenant)
        try await body(
            Acme(test: test, tenant: tenant, administrator: administrator, bob: #require(bob.member)))
    }
}

/// The number of lines with each outcome.
func counts(_ report: ImportReport) -> [ImportReport.Verdict: Int] {
    Dictionary(uniqueKeysWithValues: ImportReport.Verdict.allCases.map { ($0, report[$0]) }).filter { $0.value > 0 }
}
