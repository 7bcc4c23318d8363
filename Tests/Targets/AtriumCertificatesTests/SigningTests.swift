import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumOperations
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Signs with a sum of the bytes, which is no real signature. It can also fail, or reject its own signatures.
final class SummingSigner: CertificateSigner {
    struct Unreachable: Error {}
    enum Mode { case good, failing, rejecting }

    let mode = Locked(Mode.good)
    let signed = Locked<[[UInt8]]>([])
    private let key = Locked(UInt8(7))

    func rotate() { key.withLock { $0 += 1 } }

    func sign(_ payload: [UInt8]) throws -> CertificateSignature {
        if mode.withLock({ $0 }) == .failing { throw Unreachable() }
        signed.withLock { $0.append(payload) }
        return try CertificateSignature(algorithm: "sum:1", bytes: [sum(of: payload)])
    }

    func verify(_ signature: CertificateSignature, of payload: [UInt8]) -> Bool {
        mode.withLock { $0 } != .rejecting && signature.bytes == [sum(of: payload)]
    }

    private func sum(of payload: [UInt8]) -> UInt8 { payload.reduce(key.withLock { $0 }) { $0 &+ $1 } }
}

struct SigningTests {
    @Test func `a certificate has a signature of its content, and the verification shows it`() async throws {
        let signer = SummingSigner()
        try await withCertificates(Certificates(signer: signer) { "\($0)" }) { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            let answer = try await world.certificates.verify(certificate.content.code.description, as: .visitor)
            let signature = try #require(answer.signature)
            #expect(signature == certificate.signature && signature.algorithm == "sum:1")
            // The answer alone gives a third party what it needs to check the signature.
            #expect(signer.verify(signature, of: answer.content.payload))
            #expect(signer.signed.withLock { $0 } == [answer.content.payload])
        }
    }

    @Test func `the signed payload is netstrings in a fixed order, in NFC`() async throws {
        try await withCertificates(
            Certificates(validity: { _ in 24 }) { "\($0)" }, name: "Zoe\u{308}, 3:Ada,",
            settings: OrganizationSettings(name: "Acme", language: "de-AT")
        ) { world async throws in
            try await world.complete()
            let content = try await world.certificate().content
            let expected =
                "20:atrium-certificate-1,69:\(content.code),12:Zo\u{EB}, 3:Ada,,9:swift-101,21:Swift, from the start,"
                + "4:Acme,5:de-AT,10:2026-01-05,13:1767603600000,10:2028-01-05,"
            #expect(content.payload == Array(expected.utf8))
        }
    }

    @Test func `content that does not match its signature is not shown as a certificate`() async throws {
        let signer = SummingSigner()
        try await withCertificates(Certificates(signer: signer) { "\($0)" }) { world async throws in
            try await world.complete()
            let code = try await world.certificate().content.code
            signer.rotate()
            await #expect(throws: CertificateError.altered) {
                try await world.certificates.verify(code.description, as: .visitor)
            }
        }
    }

    @Test func `a module with a signer verifies an unsigned certificate only if it accepts unsigned ones`()
        async throws
    {
        try await withCertificates { world async throws in
            try await world.complete()
            let old = try await world.certificate()
            let code = old.content.code.description
            #expect(try await world.certificates.verify(code, as: .visitor).signature == nil)

            var module = Certificates(signer: SummingSigner(), acceptsUnsigned: true) { "\($0)" }
            let accepting = try await world.test.reopened(with: [Courses(), module])
            var certificates = try await accepting.platform.tenant("acme")[Certificates.self]
            #expect(try await certificates.verify(code, as: .visitor).signature == nil)

            module.acceptsUnsigned = false
            let strict = try await accepting.reopened(with: [Courses(), module])
            certificates = try await strict.platform.tenant("acme")[Certificates.self]
            await #expect(throws: CertificateError.altered) { try await certificates.verify(code, as: .visitor) }
            // The reissued certificate has a signature.
            let new = try await certificates.reissue(old.id, as: world.administrator)
            let signed = try #require(
                try await certificates.listOwn(as: .member(world.ada)).entries.first { $0.id == new })
            let answer = try await certificates.verify(signed.content.code.description, as: .visitor)
            #expect(answer.state == .valid && answer.signature?.algorithm == "sum:1")
            await strict.platform.close()
        }
    }

    @Test(
        arguments: [
            ("", [1]), ("RS 256", [1]), ("é", [1]), (String(repeating: "a", count: 65), [1]), ("a", []),
            ("a", [UInt8](repeating: 1, count: 65_537)),
        ] as [(String, [UInt8])])
    func `a signature needs a valid algorithm name and a bounded number of bytes`(
        _ algorithm: String, _ bytes: [UInt8]
    ) {
        #expect(throws: CertificateError.invalidSignature) {
            try CertificateSignature(algorithm: algorithm, bytes: bytes)
        }
    }
}

extension SigningTests {
    /// Ignores all telemetry, because these tests cause failures on purpose.
    struct Silence: Observer { func observe(_ event: TelemetryEvent) {} }

    @Test func `a signer that fails blocks neither the completion nor other certificates, and is retried`()
        async throws
    {
        let signer = SummingSigner()
        try await withCertificates(
            Certificates(signer: signer) { "\($0)" }, configure: { $0.observer = Silence() }
        ) { world async throws in
            let bob = try await world.member("bob")
            signer.mode.withLock { $0 = .failing }
            try await world.complete()
            let participation = try await world.courses.participations(of: world.ada, as: world.administrator)
            #expect(participation.map(\.state) == [.completed])
            #expect(try await world.own().isEmpty)
            #expect(try await world.tenant.failedJobs.list(as: world.administrator).count == 1)

            signer.mode.withLock { $0 = .good }
            try await world.complete(bob)
            #expect(try await world.own(bob).count == 1)
            world.test.clock.advance(by: .seconds(3600))
            try await world.settle()
            #expect(try await world.certificate().signature != nil)
            #expect(try await world.tenant.failedJobs.list(as: world.administrator).isEmpty)
        }
    }

    @Test func `a signature that its own signer does not verify is not used`() async throws {
        let signer = SummingSigner()
        try await withCertificates(
            Certificates(signer: signer) { "\($0)" }, configure: { $0.observer = Silence() }
        ) { world async throws in
            signer.mode.withLock { $0 = .rejecting }
            try await world.complete()
            #expect(try await world.own().isEmpty)
            let failures = try await world.tenant.failedJobs.list(as: world.administrator)
            #expect(failures.map(\.error) == ["\(CertificateError.invalidSignature)"])
        }
    }

    @Test func `a certificate that waits for its signer is not issued if its completion is voided first`()
        async throws
    {
        let signer = SummingSigner()
        try await withCertificates(
            Certificates(signer: signer) { "\($0)" }, configure: { $0.observer = Silence() }
        ) { world async throws in
            signer.mode.withLock { $0 = .failing }
            try await world.complete(id: "c1")
            signer.mode.withLock { $0 = .good }
            try await world.courses.void("c1", of: world.ada, as: world.administrator)
            try await world.settle()
            world.test.clock.advance(by: .seconds(3600))
            try await world.settle()
            #expect(try await world.own().isEmpty)
            #expect(try await world.tenant.failedJobs.list(as: world.administrator).isEmpty)
        }
    }
}
