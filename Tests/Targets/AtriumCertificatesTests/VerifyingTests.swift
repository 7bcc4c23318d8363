import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct VerifyingTests {
    @Test func `anybody who has the code sees what the certificate says`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            let code = certificate.content.code.description
            let nobody = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("nobody@else.example"), name: "Nobody")
            for principal in [Principal.visitor, .account(nobody), .member(world.ada), world.administrator] {
                let answer = try await world.certificates.verify(code, as: principal)
                #expect(answer.content == certificate.content && answer.state == .valid && answer.signature == nil)
            }
        }
    }

    @Test func `the code leads to its organization`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let text = try await world.certificate().content.code.description
            let code = try #require(CertificateCode(text))
            #expect(code.organization == world.tenant.id && code.description == text)
            let tenant = try await world.test.platform.tenant(code.organization)
            #expect(try await tenant[Certificates.self].verify(text, as: .visitor).content.name == "Ada")
        }
    }

    @Test func `a code is read in all the ways in which people type it from paper`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let code = try await world.certificate().content.code
            let text = code.description
            let typed = [
                text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " "), "  \(text)\r\n",
                text.replacing("-", with: "\u{2013}"), text.replacing("0", with: "O").replacing("1", with: "l"),
                text.replacing("0", with: "o").replacing("1", with: "I"), text.map { "\($0)\u{A0}" }.joined(),
            ]
            for text in typed {
                #expect(CertificateCode(text) == code)
                #expect(try await world.state(code) == .valid)
                #expect(try await world.certificates.verify(text, as: .visitor).content.code == code)
            }
        }
    }

    @Test func `an unknown, foreign, misspelt, empty or huge code gets the same answer`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let text = try await world.certificate().content.code.description
            let other = try await world.test.organization("other", founder: "boss@other.example")
            await #expect(throws: CertificateError.unknownCode) {
                try await other[Certificates.self].verify(text, as: .visitor)
            }
            let rest = String(text.dropLast())
            let different = text.hasSuffix("0") ? "1" : "0"
            let wrong: [String] = [
                "", "x", rest, "\(text)0", "\(rest)\(different)", "\(rest)U", "\(rest)é", "\(rest)０",
                // The same secret, with another organization.
                "1\(text.dropFirst())",
                String(repeating: "0", count: 56), String(repeating: "A", count: 1_000_000),
                String(repeating: "-", count: 1_000_000), "'; DROP TABLE certificates_certificate; --",
            ]
            for code in wrong {
                await #expect(throws: CertificateError.unknownCode) {
                    try await world.certificates.verify(code, as: .visitor)
                }
            }
        }
    }

    @Test func `a code has 56 characters in groups of four, from an alphabet without look-alikes`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let groups = try await world.certificate().content.code.description.split(separator: "-")
            #expect(groups.count == 14 && groups.allSatisfy { $0.count == 4 })
            #expect(groups.joined().allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
        }
    }

    @Test func `a code contains the platform's random bytes unchanged`() async throws {
        try await withCertificates(configure: { configuration in
            let chance = configuration.randomBytes
            // Only the request for the secret asks for 32 bytes.
            configuration.randomBytes = { $0 == 32 ? [UInt8](repeating: 255, count: 32) : chance($0) }
        }) { world async throws in
            try await world.complete()
            // The last 30 characters hold 150 of the 152 random bits.
            let letters = try await world.certificate().content.code.description.replacing("-", with: "")
            #expect(letters.suffix(30) == String(repeating: "Z", count: 30))
        }
    }

    @Test func `a code is encoded as one string, and a printed certificate does not show it`() async throws {
        try await withCertificates { world async throws in
            try await world.complete()
            let certificate = try await world.certificate()
            let code = certificate.content.code
            let json = try JSONEncoder().encode([code])
            #expect(try JSONDecoder().decode([String].self, from: json) == ["\(code)"])
            #expect(try JSONDecoder().decode([CertificateCode].self, from: json) == [code])
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([CertificateCode].self, from: Data("[\"no code\"]".utf8))
            }
            var dumped = ""
            dump(certificate, to: &dumped)
            for text in ["\(certificate)", "\(certificate.content)", String(reflecting: code), dumped] {
                #expect(!text.contains("\(code)") && !text.contains("secret:"))
            }
        }
    }
}
