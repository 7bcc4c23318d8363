import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct IssuingTests {
    @Test func `a member gets one certificate for a completion, and none for anything else`() async throws {
        try await withCertificates { world async throws in
            try await world.courses.record(.enrolled, of: world.ada, in: world.swift, as: world.administrator)
            try await world.courses.record(
                .progressed(percent: 100), of: world.ada, in: world.swift, as: world.administrator)
            #expect(try await world.own().isEmpty)
            for _ in 0..<2 {
                try await world.courses.record(.completed, of: world.ada, in: world.swift, as: world.administrator)
            }
            try await world.settle()
            let certificate = try await world.certificate()
            #expect(certificate.state == .valid && certificate.member == world.ada)
            let content = certificate.content
            #expect(content.name == "Ada" && content.title == "Swift, from the start" && content.issuer == "Acme")
            #expect(content.course == world.swift && content.language == "en" && content.validUntil == nil)
            #expect(content.day == Day("2026-01-05") && content.recordedAt == FixedClock().now)
        }
    }

    @Test func `a failed or withdrawn enrolment gives no certificate`() async throws {
        try await withCertificates { world async throws in
            for end in [Learning.failed, .withdrawn] {
                try await world.courses.record(.enrolled, of: world.ada, in: world.swift, as: world.administrator)
                try await world.courses.record(end, of: world.ada, in: world.swift, as: world.administrator)
            }
            try await world.settle()
            #expect(try await world.own().isEmpty)
        }
    }

    @Test func `completing a course again renews the certificate`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            world.test.clock.advance(by: .seconds(365 * 24 * 3600))
            try await world.complete()
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .valid] && own[0].successor == own[1].id)
            #expect(own.map(\.content.day) == [Day("2026-01-05"), Day("2027-01-05")])
            #expect(own[0].content.code != own[1].content.code)
            #expect(try await world.certificates.issueMissing(as: world.administrator).get() == 0)
            await #expect(throws: CertificateError.alreadyEnded(.superseded)) {
                try await world.certificates.reissue(own[0].id, as: world.administrator)
            }
        }
    }

    @Test func `a late entry of an earlier completion renews nothing, but counts when the later one is voided`()
        async throws
    {
        try await withCertificates { world async throws in
            try await world.complete(id: "later")
            try await world.complete(at: Date(timeIntervalSince1970: 1_700_000_000), id: "earlier")
            #expect(try await world.certificate().content.day == Day("2026-01-05"))
            try await world.courses.void("later", of: world.ada, as: world.administrator)
            try await world.settle()
            let own = try await world.own()
            #expect(own.map(\.state) == [.revoked, .valid] && own[1].content.day == Day("2023-11-14"))
        }
    }

    @Test func `voiding a completion ends its certificate, even if the previous one was revoked`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            try await world.certificates.revoke(
                world.certificate().id, reason: "an exam was repeated", as: world.administrator)
            try await world.complete(id: "second")
            try await world.courses.void("second", of: world.ada, as: world.administrator)
            try await world.settle()
            #expect(try await world.own().map(\.state) == [.revoked, .revoked])
        }
    }

    @Test func `a revoked certificate stays revoked when the course is completed again`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let first = try await world.certificate().id
            try await world.certificates.revoke(first, reason: "an exam was repeated", as: world.administrator)
            try await world.complete()
            #expect(try await world.own().map(\.state) == [.revoked, .valid])
            await #expect(throws: CertificateError.renewed) {
                try await world.certificates.reissue(first, as: world.administrator)
            }
        }
    }

    @Test func `a certificate shows the day of the completion in the organization's time zone`() async throws {
        let zone = try #require(TimeZone(identifier: "Pacific/Auckland"))
        try await withCertificates(settings: OrganizationSettings(name: "Acme", timeZone: zone)) { world async throws in
            try await world.complete(at: Date(timeIntervalSince1970: 1_748_692_800))  // 2025-05-31T12:00:00Z
            #expect(try await world.certificate().content.day == Day("2025-06-01"))
        }
    }

    @Test func `a completion imported with a day keeps that day in every time zone`() async throws {
        let zone = try #require(TimeZone(identifier: "Asia/Tokyo"))
        try await withCertificates(settings: OrganizationSettings(name: "Acme", timeZone: zone)) { world async throws in
            let lines = """
                id,email,course,event,date
                e1,ada@acme.example,swift-101,enrolled,2025-01-01
                e2,ada@acme.example,swift-101,completed,2025-04-05

                """
            for _ in 0..<2 {
                _ = try await world.courses.importRecord(.csv, from: chunks(lines), as: world.administrator)
                try await world.settle()
            }
            let certificate = try await world.certificate()
            #expect(certificate.content.day == Day("2025-04-05"))
            // The import gave the day, so a change of the time zone does not move it.
            let settings = OrganizationSettings(
                name: "Acme", timeZone: try #require(TimeZone(identifier: "Pacific/Honolulu")))
            try await world.tenant.settings.change(settings, as: world.administrator)
            _ = try await world.certificates.reissue(certificate.id, as: world.administrator)
            #expect(try await world.own().map(\.content.day) == [Day("2025-04-05"), Day("2025-04-05")])
        }
    }

    @Test func `a certificate stays the same after new names, the course's retirement and the member's removal`()
        async throws
    {
        try await withCertificates { world async throws in
            try await world.complete()
            let before = try await world.certificate()
            try await world.courses.change(Course(id: world.swift, title: "Rust"), as: world.administrator)
            try await world.courses.retire(world.swift, as: world.administrator)
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Umbrella", language: "de"), as: world.administrator)
            #expect(try await world.certificate() == before)
            try await world.tenant.members.remove(world.ada, as: world.administrator)
            let verification = try await world.certificates.verify(before.content.code.description, as: .visitor)
            #expect(verification.content == before.content && verification.state == .valid)
            await #expect(throws: AccessError.self) { try await world.own() }
            #expect(try await world.certificates.listWithCodes(as: world.administrator).entries == [before])
        }
    }

    @Test func `every certificate has its own code`() async throws {
        try await withCertificates { world async throws in
            var codes: Set<CertificateCode> = []
            for number in 0..<50 {
                let member = try await world.member("learner\(number)")
                try await world.complete(member)
                codes.insert(try await world.certificate(of: member).content.code)
            }
            #expect(codes.count == 50)
        }
    }
}

/// A text as a source of one chunk.
func chunks(_ text: String) -> AsyncStream<[UInt8]> {
    AsyncStream { stream in
        stream.yield(Array(text.utf8))
        stream.finish()
    }
}
