import Atrium
import AtriumCSV
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct RosterTests {
    private func source(_ text: String) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            for byte in text.utf8 { stream.yield([byte]) }
            stream.finish()
        }
    }

    /// Two teams, North and South. Ada is in North, and Lead supervises South.
    private func withTeams(
        seats: Int? = nil, _ body: (InvitedOrganization, _ teams: [String: TeamID]) async throws -> Void
    ) async throws {
        try await withInvitations(seats: seats) { acme in
            var teams: [String: TeamID] = [:]
            for name in ["North", "South"] {
                teams[name] = try await acme.tenant.teams.create(name, as: acme.administrator)
            }
            let (north, south) = try (#require(teams["North"]), #require(teams["South"]))
            _ = try await acme.test.member("ada@acme.example", name: "Ada", teams: [north], in: acme.tenant)
            _ = try await acme.test.member(
                "lead@acme.example", name: "Lead", roles: [Assignment(.supervisor, team: south)], in: acme.tenant)
            try await body(acme, teams)
        }
    }

    private func entry(_ address: String, _ acme: InvitedOrganization) async throws -> MemberEntry {
        var query = MemberQuery()
        query.text = address
        return try #require(try await acme.tenant.members.list(query, as: acme.administrator).entries.first)
    }

    @Test func `new people are invited, members get what they lack, and nobody else is changed`() async throws {
        try await withTeams { acme, teams async throws in
            let (north, south) = try (#require(teams["North"]), #require(teams["South"]))
            let text = """
                Email,Teams,Role
                new@acme.example,north; South ,
                ADA@acme.example,South,manager
                lead@acme.example,North,supervisor
                founder@acme.example,,

                """
            let expected: [RosterReport.Change] = [
                .invite(try EmailAddress("new@acme.example"), .member, teams: [north, south]),
                .add(try EmailAddress("ada@acme.example"), [Assignment(.manager)], teams: [south]),
                .add(try EmailAddress("lead@acme.example"), [Assignment(.supervisor, team: north)], teams: []),
                .unchanged,
            ]
            let preview = try await acme.invitations.previewRoster(from: source(text), as: acme.administrator)
            #expect(preview.lines.map(\.change) == expected && preview.lines.map(\.number) == [2, 3, 4, 5])
            #expect(
                try await acme.invitations.list(InvitationQuery(state: .pending), as: acme.administrator).invitations
                    .isEmpty)
            let done = try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get()
            #expect(done == preview)
            let ada = try await entry("ada", acme)
            #expect(ada.assignments == [Assignment(.manager)] && Set(ada.teams) == [north, south])
            let lead = try await entry("lead", acme)
            #expect(
                Set(lead.assignments) == [Assignment(.supervisor, team: south), Assignment(.supervisor, team: north)])
            #expect(lead.teams.isEmpty)
            let new = try await acme.join(acme.delivered(to: "new@acme.example"))
            #expect(
                Set(try await acme.tenant.members.member(#require(new.member), as: acme.administrator).teams) == [
                    north, south,
                ])
        }
    }

    @Test func `a second run changes and writes nothing`() async throws {
        try await withTeams { acme, _ async throws in
            let text = "email,role,teams\nnew@acme.example,,North\nada@acme.example,manager,South\n"
            #expect(
                try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get().changeCount
                    == 2)
            let head = try await acme.tenant.audit.verify(as: acme.administrator)
            let again = try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get()
            #expect(again.lines.map(\.change) == [.alreadyInvited, .unchanged])
            #expect(try await acme.tenant.audit.verify(as: acme.administrator) == head)
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.filter { $0.recipient.description == "new@acme.example" }.count == 1)
        }
    }

    @Test func `a line that is not allowed or not possible is refused, and the others are imported`() async throws {
        try await withTeams { acme, _ async throws in
            let gone = try #require(try await acme.test.member("gone@acme.example", in: acme.tenant).member)
            try await acme.tenant.members.deactivate(gone, as: acme.administrator)
            let text = """
                email,role,teams
                not an address,,
                a@acme.example,emperor,
                b@acme.example,,East
                c@acme.example,supervisor,
                lead@acme.example,administrator,
                gone@acme.example,,North
                d@acme.example,,
                D@acme.example,,North
                e@acme.example,,,x
                f@acme.example,"
                g@acme.example,,

                """
            let report = try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get()
            let refused = report.lines.filter { if case .refused = $0.change { true } else { false } }.map(\.number)
            #expect(refused == [2, 3, 4, 5, 6, 7, 9, 10, 11] && report.changeCount == 2)
            for line in report.lines {
                if case .refused(let reason) = line.change {
                    #expect(!reason.description.contains("acme") && !reason.description.contains("emperor"))
                }
            }
            let lead = try await entry("lead", acme)
            #expect(lead.assignments.map(\.role) == [.supervisor])
        }
    }

    @Test func `the first lines get the seats that are left`() async throws {
        // The founder, Ada and Lead have one seat each.
        try await withTeams(seats: 4) { acme, _ async throws in
            let text = "email\na@acme.example\nb@acme.example\n"
            let report = try await acme.invitations.importRoster(from: source(text), as: acme.administrator).get()
            #expect(report.changeCount == 1)
            #expect(report.lines.last?.change == .refused(SeatError.noSeatLeft.words))
            #expect(try await acme.seats.check(as: acme.administrator).free == 0)
        }
    }

    @Test func `many lines are imported in batches`() async throws {
        try await withTeams { acme, _ async throws in
            let text = "email,teams\n" + (0..<1_203).map { "u\($0)@acme.example,North\n" }.joined()
            let bytes = AsyncStream<[UInt8]> { stream in
                stream.yield(Array(text.utf8))
                stream.finish()
            }
            #expect(
                try await acme.invitations.importRoster(from: bytes, as: acme.administrator).get().changeCount == 1_203)
            #expect(try await acme.seats.check(as: acme.administrator).reserved == 1_203)
        }
    }

    @Test(arguments: [
        ("", CSVHeaderFault.Problem.empty), ("role\na\n", .missing("email")),
        ("email,email\n", .repeated("email")), ("email|name\n", .separator("|")),
    ])
    func `a list without a usable header is refused as a whole`(
        _ text: String, _ problem: CSVHeaderFault.Problem
    ) async throws {
        try await withTeams { acme, _ async throws in
            let fault = await #expect(throws: CSVHeaderFault.self) {
                try await acme.invitations.importRoster(from: source(text), as: acme.administrator)
            }
            #expect(fault?.problem == problem && fault?.columns == ["email", "role", "teams"])
        }
    }
}
