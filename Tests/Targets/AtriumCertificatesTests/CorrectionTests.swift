import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct CorrectionTests {
    @Test func `voiding a completion revokes its certificate and gives the reason`() async throws {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            try await world.courses.void("c1", of: world.ada, as: world.administrator)
            try await world.settle()
            let certificate = try await world.certificate()
            #expect(certificate.state == .revoked && certificate.reason == "the completion was voided")
            #expect(try await world.state(certificate.content.code) == .revoked)
        }
    }

    @Test func `a later completion gives a new certificate and leaves the revoked one revoked`() async throws {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            try await world.courses.void("c1", of: world.ada, as: world.administrator)
            try await world.settle()
            try await world.courses.record(.completed, of: world.ada, in: world.swift, as: world.administrator)
            try await world.settle()
            #expect(try await world.own().map(\.state) == [.revoked, .valid])
        }
    }

    @Test func `a corrected completion replaces its certificate with one for the new day`() async throws {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            try await world.courses.correct(
                "c1", to: .completed, of: world.ada, at: #require(Day("2025-12-24")).start(in: .gmt),
                as: world.administrator)
            try await world.settle()
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .valid])
            #expect(own[0].successor == own[1].id && own[1].content.day == Day("2025-12-24"))
            #expect(try await world.state(own[0].content.code) == .superseded)
        }
    }

    @Test func `a correction to a failure revokes the certificate, and a correction back gives a new one`()
        async throws
    {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            try await world.courses.correct("c1", to: .failed, of: world.ada, as: world.administrator)
            try await world.settle()
            #expect(try await world.own().map(\.state) == [.revoked])
            #expect(try await world.own().map(\.reason) == ["the completion was voided"])
            let entries = try await world.courses.entries(of: world.ada, in: world.swift, as: world.administrator)
            let failure = try #require(entries.last)
            try await world.courses.correct(failure.id, to: .completed, of: world.ada, as: world.administrator)
            try await world.settle()
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .valid] && own[0].successor == own[1].id)
        }
    }

    /// Corrects the last entry.
    private func correct(_ world: CertificateWorld, to learning: Learning, at day: String) async throws {
        let entries = try await world.courses.entries(of: world.ada, in: world.swift, as: world.administrator)
        try await world.courses.correct(
            #require(entries.last).id, to: learning, of: world.ada, at: #require(Day(day)).start(in: .gmt),
            as: world.administrator)
    }

    @Test(arguments: [[Learning.completed], [.completed, .completed], [.failed, .completed]])
    func `a certificate ends once, as superseded and without a reason, after any number of corrections`(
        _ corrections: [Learning]
    ) async throws {
        let certificates = Certificates { "https://training.example/verify/\($0)" }
        try await withCertificates(certificates) { before async throws in
            try await before.complete()
            // The module is absent, so it handles the corrections only after the last one.
            let away = try await before.reopened(with: [Courses()])
            for (number, learning) in corrections.enumerated() {
                try await correct(away, to: learning, at: "2027-01-0\(number + 1)")
            }
            let world = try await away.reopened(with: [Courses(), certificates, Ledger()])
            try await world.settle()
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .valid] && own[0].successor == own[1].id)
            #expect(own[0].reason == nil && own[1].content.day == Day("2027-01-0\(corrections.count)"))
            let lines = try world.tenant[Ledger.self].lines.withLock { $0 }
            #expect(lines == ["superseded \(own[0].id)", "issued \(own[1].id)"])
            await world.test.platform.close()
        }
    }

    @Test(arguments: [false, true])
    func `a correction to a failure and back to a completion does not undo a revocation`(_ follows: Bool) async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let old = try await world.certificate()
            try await world.certificates.revoke(old.id, reason: "Plagiarism", as: world.administrator)
            for (number, learning) in [Learning.completed, .failed, .completed].enumerated() {
                try await correct(world, to: learning, at: "2027-01-0\(number + 1)")
                if follows { try await world.settle() }
            }
            try await world.settle()
            #expect(try await world.certificate().reason == "Plagiarism")
            let new = try await world.certificates.reissue(old.id, as: world.administrator)
            try await world.settle()
            try await correct(world, to: .completed, at: "2027-02-01")
            try await world.settle()
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .superseded, .valid] && own[1].id == new)
        }
    }

    @Test func `voiding an enrolment leaves no valid certificate`() async throws {
        try await withCertificates { world async throws in
            try await world.courses.record(
                .enrolled, of: world.ada, in: world.swift, id: "e1", as: world.administrator)
            try await world.courses.record(.completed, of: world.ada, in: world.swift, as: world.administrator)
            try await world.courses.void("e1", of: world.ada, as: world.administrator)
            try await world.settle()
            #expect(try await world.own().map(\.state).filter { $0 != .revoked }.isEmpty)
        }
    }

    @Test func `a corrected enrolment does not change the certificate`() async throws {
        try await withCertificates { world async throws in
            try await world.courses.record(
                .enrolled, of: world.ada, in: world.swift, id: "e1", as: world.administrator)
            try await world.courses.record(.completed, of: world.ada, in: world.swift, as: world.administrator)
            try await world.settle()
            let before = try await world.certificate()
            try await world.courses.correct(
                "e1", to: .enrolled, of: world.ada, at: #require(Day("2025-01-01")).start(in: .gmt),
                as: world.administrator)
            try await world.settle()
            #expect(try await world.certificate() == before)
        }
    }

    @Test func `a corrected completion does not undo an administrator's revocation, but reissuing does`() async throws {
        try await withCertificates { world async throws in
            try await world.complete(id: "c1")
            let old = try await world.certificate()
            try await world.certificates.revoke(old.id, reason: "Plagiarism", as: world.administrator)
            try await world.courses.correct(
                "c1", to: .completed, of: world.ada, at: #require(Day("2025-12-24")).start(in: .gmt),
                as: world.administrator)
            try await world.settle()
            #expect(try await world.certificate().reason == "Plagiarism")
            #expect(try await world.state(old.content.code) == .revoked)
            let new = try await world.certificates.reissue(old.id, as: world.administrator)
            let own = try await world.own()
            #expect(own.map(\.state) == [.superseded, .valid] && own[1].id == new)
            #expect(own[1].content.day == Day("2025-12-24"))
        }
    }
}
