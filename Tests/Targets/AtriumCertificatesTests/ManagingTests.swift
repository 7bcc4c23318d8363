import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ManagingTests {
    @Test func `a revoked certificate verifies as revoked, without the reason, and cannot be downloaded`() async throws
    {
        try await withCertificates { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            try await world.certificates.revoke(certificate.id, reason: "Plagiarism", as: world.administrator)
            let verification = try await world.certificates.verify(certificate.content.code.description, as: .visitor)
            #expect(verification.state == .revoked && verification.endedAt == world.test.clock.now)
            #expect(!"\(verification)".contains("Plagiarism"))
            await #expect(throws: CertificateError.alreadyEnded(.revoked)) {
                try await world.certificates.svg(certificate.id, as: .member(world.ada))
            }
            await #expect(throws: CertificateError.alreadyEnded(.revoked)) {
                try await world.certificates.revoke(certificate.id, reason: "Again", as: world.administrator)
            }
            #expect(try await world.certificate().reason == "Plagiarism")
        }
    }

    @Test(arguments: ["", " \u{3000}", "a\nb", String(repeating: "x", count: 501)])
    func `a revocation needs a reason that can be shown`(_ reason: String) async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let id = try await world.certificate().id
            await #expect(throws: CertificateError.invalidReason) {
                try await world.certificates.revoke(id, reason: reason, as: world.administrator)
            }
        }
    }

    @Test func `a member who may not revoke is refused before the reason is checked, and a long reason is refused`()
        async throws
    {
        try await withCertificates { world async throws in
            try await world.complete()
            let id = try await world.certificate().id
            let reason = String(repeating: "\u{301}\u{323}", count: 100_000)
            await #expect(throws: AccessError.self) {
                try await world.certificates.revoke(id, reason: reason, as: .member(world.ada))
            }
            await #expect(throws: CertificateError.invalidReason) {
                try await world.certificates.revoke(id, reason: reason, as: world.administrator)
            }
            await #expect(throws: CertificateError.unknownCode) {
                try await world.certificates.verify(reason, as: .visitor)
            }
        }
    }

    @Test(arguments: [(Int.max, CertificateState.expiring), (.min, .valid), (-1, .valid)])
    func `any number of days before the end may be set for the expiring state`(_ days: Int, _ state: CertificateState)
        async throws
    {
        let module = Certificates(validity: { _ in 1 }, expiringDays: days) { "\($0)" }
        try await withCertificates(module) { world async throws in
            try await world.complete()
            #expect(try await world.certificate().state == state)
        }
    }

    @Test(arguments: [Int.max, .min, 0, -1])
    func `an extreme page limit is clamped`(_ limit: Int) async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            var query = CertificateQuery()
            query.limit = limit
            #expect(try await world.certificates.listWithCodes(query, as: world.administrator).entries.count == 1)
        }
    }

    @Test func `a reissued certificate has today's names, the day of the completion, and a new code`() async throws {
        try await withCertificates(Certificates(validity: { _ in 12 }) { "\($0)" }) { world async throws in
            try await world.complete()
            let old = try await world.certificate()
            world.test.clock.advance(by: .seconds(100 * 24 * 3600))
            try await world.courses.change(Course(id: world.swift, title: "Swift"), as: world.administrator)
            try await world.tenant.members.rename(world.ada, to: "Ada King", as: world.administrator)
            #expect(try await world.certificate().content == old.content)
            let id = try await world.certificates.reissue(old.id, as: world.administrator)
            let own = try await world.own()
            #expect(own.map(\.id) == [old.id, id] && own.map(\.state) == [.superseded, .valid])
            #expect(own[0].successor == id && own[0].content == old.content)
            #expect(own[1].content.name == "Ada King" && own[1].content.title == "Swift")
            #expect(own[1].content.day == old.content.day)
            #expect(own[1].content.validUntil == old.content.validUntil && own[1].content.code != old.content.code)
            await #expect(throws: CertificateError.alreadyEnded(.superseded)) {
                try await world.certificates.reissue(old.id, as: world.administrator)
            }
            await #expect(throws: CertificateError.alreadyEnded(.superseded)) {
                try await world.certificates.html(old.id, as: .member(world.ada))
            }
        }
    }

    @Test func `a certificate whose completion was voided cannot be reissued`() async throws {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            try await world.courses.void("c1", of: world.ada, as: world.administrator)
            try await world.settle()
            let id = try await world.certificate().id
            await #expect(throws: CertificateError.completionVoided) {
                try await world.certificates.reissue(id, as: world.administrator)
            }
        }
    }

    @Test func `another organization's certificate answers like an unknown one`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let id = try await world.certificate().id
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member("eve@other.example", roles: [Assignment(.administrator)], in: other)
            await #expect(throws: CertificateError.unknown) {
                try await other[Certificates.self].revoke(id, reason: "Mine", as: boss)
            }
            await #expect(throws: CertificateError.unknown) {
                try await other[Certificates.self].reissue(id, as: boss)
            }
            #expect(try await other[Certificates.self].listWithCodes(as: boss).entries.isEmpty)
            #expect(try await world.certificate().state == .valid)
        }
    }

    @Test func `a certificate with an end is valid, then expiring, then expired, by the organization's day`()
        async throws
    {
        let zone = try #require(TimeZone(identifier: "Asia/Tokyo"))
        try await withCertificates(
            Certificates(validity: { $0.description == "swift-101" ? 1 : nil }, expiringDays: 10) { "\($0)" },
            settings: OrganizationSettings(name: "Acme", timeZone: zone)
        ) { world async throws in
            // 2026-01-31, 18:00 in Tokyo.
            world.test.clock.advance(by: .seconds(26 * 24 * 3600))
            try await world.complete()
            let content = try await world.certificate().content
            #expect(content.day == Day("2026-01-31") && content.validUntil == Day("2026-02-28"))
            func states(after days: Int64) async throws -> [CertificateState] {
                world.test.clock.advance(by: .seconds(days * 24 * 3600))
                let listed = try await world.certificates.list(as: world.administrator).entries.map(\.state)
                #expect(try await world.state(content.code) == listed.first)
                var query = CertificateQuery()
                query.state = listed.first
                #expect(try await world.certificates.list(query, as: world.administrator).entries.count == 1)
                return listed
            }
            #expect(try await states(after: 17) == [.valid])  // 02-17
            #expect(try await states(after: 1) == [.expiring])  // 02-18
            #expect(try await states(after: 10) == [.expiring])  // 02-28
            #expect(try await states(after: 1) == [.expired])
            #expect(try await world.certificates.svg(world.certificate().id, as: .member(world.ada)).contains("<svg"))
        }
    }

    @Test func `every certificate has one event when it is issued and one when it ends`() async throws {
        try await withCertificates(beside: [Ledger()]) { world async throws in
            let ledger = try world.tenant[Ledger.self]
            try await world.complete(id: "c1")
            let first = try await world.certificate().id
            let second = try await world.certificates.reissue(first, as: world.administrator)
            try await world.certificates.revoke(second, reason: "Wrong course", as: world.administrator)
            world.test.clock.advance(by: .seconds(1))
            let third = try await world.certificates.reissue(second, as: world.administrator)
            try await world.courses.void("c1", of: world.ada, as: world.administrator)
            try await world.settle()
            #expect(
                ledger.lines.withLock { $0 } == [
                    "issued \(first)", "superseded \(first)", "issued \(second)", "revoked \(second)",
                    "issued \(third)",
                    "revoked \(third)",
                ])
        }
    }
}

/// Records the events of certificates.
struct Ledger: Module {
    static let id: ModuleID = "ledger"
    static let dependencies: [any Module.Type] = [Certificates.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    struct Service: Sendable {
        let lines: Locked<[String]>
    }

    func start(in tenant: TenantContext) throws -> Service {
        let service = Service(lines: Locked([]))
        try tenant.on(CertificateIssued.self) { event, _ in
            service.lines.withLock { $0.append("issued \(event.certificate)") }
        }
        try tenant.on(CertificateEnded.self) { event, _ in
            service.lines.withLock { $0.append("\(event.state.rawValue) \(event.certificate)") }
        }
        return service
    }
}
