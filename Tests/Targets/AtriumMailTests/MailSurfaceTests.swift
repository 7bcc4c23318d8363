import Atrium
import AtriumMail
import AtriumTesting
import Testing

struct MailSurfaceTests {
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
