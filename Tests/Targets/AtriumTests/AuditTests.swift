import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct AuditTests {
    @Test func `every write adds one audit entry, and no read does`() async throws {
        try await withAcme([Greetings()]) { acme in
            let before = try await acme.tenant.audit.verify(as: acme.founder).count
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            _ = try await acme.tenant.teams.list(as: acme.founder)
            await #expect(throws: TeamError.nameTaken) { try await acme.tenant.teams.create("North", as: acme.founder) }
            try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder)
            let entries = try await acme.tenant.file.read { connection in
                try connection.kernel.rows(
                    "SELECT payload FROM kernel_audit WHERE sequence > \(before) ORDER BY sequence", as: String.self)
            }
            let time = Int(acme.test.clock.now.timeIntervalSince1970 * 1000)
            #expect(
                entries == [
                    "\(time)\tkernel.manage teams\torganization\tteam:\(team)\t\(acme.founder)",
                    "\(time)\tgreetings.greet\torganization\t-\t\(acme.founder)",
                ])
        }
    }

    @Test func `a module works in its own name without a permission, and the audit chain names the module`()
        async throws
    {
        try await withAcme([Greetings()]) { acme in
            let before = try await acme.tenant.audit.verify(as: acme.founder).count
            let store = try acme.tenant[Greetings.self].store
            let context = TenantContext(
                tenant: acme.tenant, module: Greetings.self, of: StartedModule(Greetings.self),
                registration: Locked(nil),
                beside: [])
            let system = context.system("sweep")
            try await store.write(as: system) { work in
                try work.run("DELETE FROM greetings_greeting WHERE name = 'nobody'")
            }
            #expect(try await acme.tenant.audit.verify(as: acme.founder).count == before)
            try await store.write(as: system) { work in
                try work.run("INSERT INTO greetings_greeting VALUES ('Ada', 1)")
            }
            #expect(try await acme.tenant.audit.verify(as: acme.founder).count == before + 1)
            try await store.write(as: system) { try $0.publish(Greeted(name: "Ada")) }
            let count = try await store.read(as: system) { work in
                #expect(work.principal == Principal(system))
                return try work.one("SELECT sum(count) FROM greetings_greeting", as: Int.self)
            }
            #expect(count == 1)
            let entries = try await acme.tenant.file.read { connection in
                try connection.kernel.rows(
                    "SELECT payload FROM kernel_audit WHERE sequence > \(before)", as: String.self)
            }
            let time = Int(acme.test.clock.now.timeIntervalSince1970 * 1000)
            let entry = "\(time)\tkernel.system work\torganization\t-\tsystem:greetings:sweep"
            #expect(entries == [entry, entry])
        }
    }

    @Test func `failed units in a shared commit leave the audit chain intact`() async throws {
        try await withAcme { acme in
            let before = try await acme.tenant.audit.verify(as: acme.founder).count
            let written = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<120 {
                    group.addTask {
                        let isDone: Void? = try? await acme.tenant.store.write(as: acme.founder, .manageTeams) { work in
                            let (id, name): (TeamID, String) = (try work.newID(), "team \(number % 90)")
                            try work.kernel.run("INSERT INTO kernel_team VALUES (\(id), \(name), \(name), NULL)")
                            if number % 7 == 0 { throw CancellationError() }
                        }
                        return isDone != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            // One team for each of the 90 names, except for the names whose only unit failed.
            #expect(written == 82)
            let audit = try await acme.tenant.audit.verify(as: acme.founder)
            #expect(audit.count - before == written)
            #expect(audit.firstFault == nil)
        }
    }

    @Test(
        arguments: [
            ("UPDATE kernel_audit SET payload = replace(payload, 'team', 'Team') WHERE sequence = 3", 3),
            ("UPDATE kernel_audit SET digest = zeroblob(32) WHERE sequence = 2", 2),
            ("DELETE FROM kernel_audit WHERE sequence = 3", 3), ("DELETE FROM kernel_audit WHERE sequence > 4", 5),
            ("UPDATE kernel_file SET entries = entries - 1", 6),
            ("UPDATE kernel_audit SET salt = NULL WHERE sequence = 4", 4),
            (
                """
                UPDATE kernel_audit SET salt = CAST(salt || substr(payload, 1, 5) AS BLOB), payload = substr(payload, 6)
                WHERE sequence = 4
                """, 4
            ),
            ("UPDATE kernel_audit SET payload = NULL, salt = NULL", nil), ("SELECT 1", nil),
        ] as [(String, Int?)])
    func `the audit chain shows changed, removed and cut-off entries, and stays valid after erasure`(
        _ act: String, _ fault: Int?
    ) async throws {
        try await withAcme { acme in
            for name in ["a", "b", "c", "d", "e"] { _ = try await acme.tenant.teams.create(name, as: acme.founder) }
            let count = try await acme.tenant.audit.verify(as: acme.founder).count
            try #require(count == 6)
            await acme.test.platform.close()
            try sqlite(act, acme.path(of: acme.tenant.id))
            let again = try await acme.test.reopened()
            let audit = try await again.platform.tenant("acme").audit.verify(as: acme.founder)
            #expect(audit.firstFault == fault)
            #expect(audit.erased == (act.contains("payload = NULL") ? 6 : 0))
            await again.platform.close()
        }
    }
}
