import Atrium
import AtriumCertificates
import AtriumSurfaces
import Testing

/// Certificates of completed courses.
struct OwnCertificates {
    private func certificate(of person: Person, in world: GuideWorld) async throws -> Certificate {
        try #require(try await world.certificates.listOwn(as: person.principal).entries.first)
    }

    @Test func `[T1] a member downloads the certificate of a course that they completed`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let certificate = try await certificate(of: world.member, in: world)
            let sheet = try await world.member.reads("certificates/certificate", ["certificate": certificate.id])
            #expect(sheet.contains("certificate.svg") && sheet.contains("certificate.html"))
            let page = try await world.certificates.html(certificate.id, as: world.member.principal)
            #expect(page.contains("Ada") && page.contains("Swift") && page.contains("Acme"))
            #expect(try await world.member.reads("certificates/mine").contains("Swift"))
            #expect(try await !world.southerner.reads("certificates/mine").contains("Swift"))
        }
    }

    @Test func `[T1] nobody else downloads it, and it is answered like one that does not exist`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let certificate = try await certificate(of: world.member, in: world)
            for person in [world.southerner, world.manager, world.supervisor] {
                for id in [certificate.id, ID<Certificate>(digest: [])] {
                    await #expect(throws: CertificateError.unknown) {
                        try await world.certificates.svg(id, as: person.principal)
                    }
                    await #expect(throws: CertificateError.unknown) {
                        try await person.reads("certificates/certificate", ["certificate": id])
                    }
                }
            }
            for person in [world.foreigner, world.visitor] {
                #expect(
                    try await person.lacks("certificates/certificate", ["certificate": certificate.id])
                        == .viewOwnCertificates)
            }
        }
    }

    @Test func `[T1] renaming the course or leaving the organization does not change it, and anybody verifies it`()
        async throws
    {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let codes = try await world.certificates.listWithCodes(as: world.administrator.principal)
            let code = try #require(codes.entries.first?.content.code)
            try await world.administrator.does("courses/change", ["id": world.swift, "title": "Rust"])
            try await world.administrator.does("kernel/remove", ["member": world.member.id])
            let verified = try await world.visitor.reads("certificates/verify", ["code": "\(code)"])
            #expect(verified.contains("Ada") && verified.contains("Swift") && !verified.contains("Rust"))
            await #expect(throws: CertificateError.unknownCode) {
                try await world.visitor.reads("certificates/verify", ["code": "ABCD-EFGH"])
            }
        }
    }

    @Test func `[T1] leaders see who has a certificate, a supervisor in the own team, and a member not`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.southerner)
            #expect(try await world.manager.reads("certificates/certificates").contains("Bob"))
            #expect(try await !world.supervisor.reads("certificates/certificates").contains("Bob"))
            #expect(try await world.member.lacks("certificates/certificates") == .viewCertificates)
        }
    }
}
