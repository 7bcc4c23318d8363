import Atrium
import AtriumMail
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

struct MailSurfaceTests {
    @Test func `the outbox says in words what mail is about, and files have the key`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            try await acme.post("text", key: "unnamed:2")
            let session = SurfaceSession(
                acme.tenant, SurfaceCatalogue(of: acme.test.platform),
                Caller(acme.founder, request: "1", now: acme.test.clock.now, timeZone: .gmt))
            let outbox = try #require(session.catalogue.surface("mail/outbox") as? any Table.Type)
            var csv = ""
            for try await chunk in try await Self.csv(of: outbox, session).open() {
                csv += String(decoding: chunk, as: UTF8.self)
            }
            let lines = csv.split(separator: "\r\n").dropFirst()
            #expect(lines.first?.hasPrefix("mail of another module,,waiting,") == true)
            #expect(lines.last?.hasPrefix("a test,,waiting,") == true)
            #expect(lines.last?.contains(",test:1,") == true)
        }
    }

    @Test func `mail to a member names the member, to those who may view the member`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Postbox.self].post(to: ada, key: "test:1", as: acme.founder)
            let record = try #require(try await acme.mail.list(as: acme.founder).first)
            let entry = try await acme.tenant.members.member(ada, as: acme.founder)
            #expect(record.recipient == ada && record.recipientName == entry.member.name)
            let limited = acme.founder.limited(to: [Permission.viewMail.id], by: "token:1")
            #expect(try await acme.mail.list(as: limited).first?.recipientName == nil)
        }
    }

    private static func csv<T: Table>(of table: T.Type, _ session: SurfaceSession) async throws -> Download {
        try await session.csv(of: table.form.read(FormInput()))
    }

    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            try await acme.post("text", key: "test:2")
            let lead = try await acme.test.member(
                "lead@acme.example", roles: [Assignment(.manager)], in: acme.tenant)
            let check = SurfaceCheck(of: acme.test.platform, in: acme.tenant, module: Mail.id, samples: [:])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": try await acme.test.member("bob@acme.example", in: acme.tenant),
                    "manager": lead, "administrator": acme.founder,
                ], now: acme.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
