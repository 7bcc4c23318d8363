import Atrium
import AtriumInvitations
import AtriumTesting
import Testing

struct HostileRosterTests {
    private func source(_ text: String) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            stream.yield(Array(text.utf8))
            stream.finish()
        }
    }

    private func changes(_ text: String) async throws -> [RosterReport.Change] {
        var changes: [RosterReport.Change] = []
        try await withInvitations { acme async throws in
            for name in ["North", "Süd"] { _ = try await acme.tenant.teams.create(name, as: acme.administrator) }
            _ = try await acme.test.member("ada@acme.example", in: acme.tenant)
            changes = try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get().lines
                .map(\.change)
        }
        return changes
    }

    @Test(arguments: ["role", "teams"])
    func `a line with a very long cell is refused, and the next one is read`(_ column: String) async throws {
        for cell in [
            "x" + String(repeating: "\u{301}", count: 30_000), "x" + String(repeating: "\u{301}", count: 500_000),
            String(repeating: "; ", count: 30_000) + "x", String(repeating: "x;", count: 30_000),
        ] {
            let found = try await changes("email,\(column)\nnew@acme.example,\(cell)\nada@acme.example,\n")
            #expect(found.count == 2 && found.last == .unchanged)
            guard case .refused = found.first else {
                Issue.record("the line was taken")
                continue
            }
        }
    }

    @Test func `a team that a line names twice counts once`() async throws {
        let found = try await changes(
            "email,teams\nnew@acme.example,North;north\nada@acme.example,North; NORTH ;North\n")
        guard case .invite(_, _, let teams) = found.first, case .add(_, [], let added) = found.last else {
            Issue.record("\(found)")
            return
        }
        #expect(teams.count == 1 && added == teams)
    }

    @Test func `a team is found in whatever way the accents of its name are written`() async throws {
        let found = try await changes("email,teams\nnew@acme.example,SU\u{308}D\n")
        guard case .invite(_, _, let teams) = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(teams.count == 1)
    }

    @Test func `a list over a limit changes nothing`() async throws {
        await #expect(throws: RosterError.tooLarge) {
            try await changes("email\n" + String(repeating: " ", count: 33 << 20))
        }
        await #expect(throws: RosterError.tooLong) {
            try await changes("email\n" + String(repeating: "a@x.example\n", count: 100_001))
        }
    }
}
