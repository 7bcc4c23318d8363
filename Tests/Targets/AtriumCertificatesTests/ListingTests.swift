import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ListingTests {
    /// The entries of all pages of a query.
    private func all<Entry>(
        _ query: CertificateQuery = CertificateQuery(), limit: Int,
        _ page: (CertificateQuery) async throws -> CertificatePage<Entry>
    ) async throws -> [Entry] {
        var query = query
        query.limit = limit
        var found: [Entry] = []
        repeat {
            let page = try await page(query)
            #expect(page.entries.count <= limit)
            found += page.entries
            query.cursor = try page.next.map { try .init($0.description) }
        } while query.cursor != nil
        return found
    }

    @Test func `a member sees their own certificates and nobody else's`() async throws {
        try await withCertificates { world async throws in
            let bob = try await world.member("bob")
            try await world.complete()
            try await world.complete(bob)
            let certificate = try await world.certificate()
            #expect(certificate.content.name == "Ada")
            await #expect(throws: CertificateError.unknown) {
                try await world.certificates.svg(certificate.id, as: .member(bob))
            }
            // A query that names another member changes nothing.
            let query = CertificateQuery(member: bob)
            #expect(try await world.certificates.listOwn(query, as: .member(world.ada)).entries == [certificate])
            await #expect(throws: AccessError.self) { try await world.certificates.list(as: .member(world.ada)) }
            await #expect(throws: AccessError.self) {
                try await world.certificates.listWithCodes(as: .member(world.ada))
            }
        }
    }

    @Test func `an administrator can download only their own certificates`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let id = try await world.certificate().id
            await #expect(throws: CertificateError.unknown) {
                try await world.certificates.html(id, as: world.administrator)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `pages follow each other without gap or repetition, for every role that may list`(_ limit: Int) async throws {
        try await withCertificates { world async throws in
            let north = try await world.tenant.teams.create("North", as: world.administrator)
            let south = try await world.tenant.teams.create("South", as: world.administrator)
            let manager = Principal.member(try await world.member("manager", [Assignment(.manager)]))
            let lead = Principal.member(
                try await world.member(
                    "lead", [Assignment(.supervisor, team: north), Assignment(.supervisor, team: south)]))
            var inNorth: [MemberID] = []
            var inBoth: [MemberID] = []
            for number in 0..<12 {
                let teams = [[north], [], [south], [north, south]][number % 4]
                let member = try await world.member("learner\(number)", [], teams)
                if teams.contains(north) { inNorth.append(member) }
                if !teams.isEmpty { inBoth.append(member) }
                // Members have two certificates, one, or none.
                for _ in 0..<number % 3 { try await world.complete(member) }
            }
            let everything = try await all(limit: limit) {
                try await world.certificates.listWithCodes($0, as: world.administrator)
            }
            #expect(everything.count == 12 && Set(everything.map(\.id)).count == 12)
            let expected = everything.map(\.id)
            #expect(
                try await all(limit: limit) { try await world.certificates.list($0, as: manager) }.map(\.id) == expected
            )

            let seen = try await all(limit: limit) { try await world.certificates.list($0, as: lead) }
            #expect(seen.map(\.id) == everything.filter { inBoth.contains($0.member) }.map(\.id))
            for principal in [lead, manager, world.administrator] {
                let team = try await all(CertificateQuery(team: north), limit: limit) {
                    try await world.certificates.list($0, as: principal)
                }
                #expect(team.map(\.id) == everything.filter { inNorth.contains($0.member) }.map(\.id))
            }
        }
    }

    @Test func `a supervisor sees certificates of the team's current members, and no others by any query`() async throws
    {
        try await withCertificates { world async throws in
            let north = try await world.tenant.teams.create("North", as: world.administrator)
            let south = try await world.tenant.teams.create("South", as: world.administrator)
            let lead = Principal.member(try await world.member("lead", [Assignment(.supervisor, team: north)]))
            let (bob, carl) = (try await world.member("bob", [], [north]), try await world.member("carl", [], [south]))
            for member in [bob, carl] { try await world.complete(member) }
            #expect(try await world.certificates.list(as: lead).entries.map(\.member) == [bob])
            #expect(try await world.certificates.list(CertificateQuery(member: bob), as: lead).entries.count == 1)
            let nobody = MemberID(at: Date(timeIntervalSince1970: 0), random: Array(repeating: 1, count: 10))
            let none = TeamID(at: Date(timeIntervalSince1970: 0), random: Array(repeating: 1, count: 10))
            for query in [
                CertificateQuery(member: carl), CertificateQuery(member: nobody), CertificateQuery(team: south),
                CertificateQuery(team: none),
            ] {
                await #expect(throws: AccessError.self) { try await world.certificates.list(query, as: lead) }
            }
            #expect(
                try await world.certificates.list(CertificateQuery(member: carl, team: north), as: world.administrator)
                    .entries.isEmpty)
            try await world.tenant.teams.remove(bob, from: north, as: world.administrator)
            #expect(try await world.certificates.list(as: lead).entries.isEmpty)
        }
    }

    @Test func `a list can be limited to a course and a state`() async throws {
        try await withCertificates { world async throws in
            let sqlite = try CourseID("sqlite")
            try await world.courses.add(Course(id: sqlite, title: "SQLite"), as: world.administrator)
            try await world.complete()
            try await world.complete(in: sqlite)
            var query = CertificateQuery()
            query.course = sqlite
            let found = try await world.certificates.list(query, as: world.administrator).entries
            #expect(found.map(\.title) == ["SQLite"] && found.map(\.name) == ["Ada"])
            try await world.certificates.revoke(found[0].id, reason: "Wrong", as: world.administrator)
            query.state = .revoked
            #expect(try await world.certificates.list(query, as: world.administrator).entries.count == 1)
            query.state = .valid
            #expect(try await world.certificates.list(query, as: world.administrator).entries.isEmpty)
            #expect(try await world.certificates.listOwn(query, as: .member(world.ada)).entries.isEmpty)
        }
    }

    @Test func `a certificate survives a restart`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            let reopened = try await world.test.reopened()
            let tenant = try await reopened.platform.tenant("acme")
            #expect(try await tenant[Certificates.self].listOwn(as: .member(world.ada)).entries == [certificate])
            #expect(
                try await tenant[Certificates.self].verify(certificate.content.code.description, as: .visitor).state
                    == .valid)
            await reopened.platform.close()
        }
    }
}
