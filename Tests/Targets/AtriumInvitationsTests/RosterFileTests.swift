import Atrium
import AtriumCSV
import AtriumInvitations
import AtriumTesting
import Testing

/// Lists of people from other systems, and lists that the module exports.
struct RosterFileTests {
    private func source(_ text: String) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            stream.yield(Array(text.utf8))
            stream.finish()
        }
    }

    private func report(
        _ text: String, _ acme: InvitedOrganization, _ form: CSVForm<RosterColumn> = CSVForm(),
        createTeams: Bool = false
    ) async throws -> RosterReport {
        let preview = try await acme.invitations.previewRoster(
            from: source(text), form: form, createTeams: createTeams, as: acme.administrator)
        let done = try await acme.invitations.importRoster(
            from: source(text), form: form, createTeams: createTeams, as: acme.administrator
        ).get()
        #expect(preview == done)
        return done
    }

    private func teams(_ acme: InvitedOrganization) async throws -> [String] {
        try await acme.tenant.teams.list(as: acme.administrator).map(\.name)
    }

    @Test func `a list is read by a mapping of columns, and the report names the ignored ones`() async throws {
        try await withInvitations { acme async throws in
            let north = try await acme.tenant.teams.create("'s-Hertogenbosch", as: acme.administrator)
            let text = "Username;Lastname;E-Mail;cohort1;cohort2\nbob;Roe;bob@acme.example ;'s-Hertogenbosch;\n"
            let form = CSVForm<RosterColumn>(mapping: ["e-mail": .email, "cohort1": .teams, "cohort2": .teams])
            let report = try await report(text, acme, form)
            #expect(
                report.lines.map(\.change) == [.invite(try EmailAddress("bob@acme.example"), .member, teams: [north])])
            #expect(report.ignoredColumns == ["Username", "Lastname"])
        }
    }

    @Test func `teams in a cell are separated as the form says`() async throws {
        try await withInvitations { acme async throws in
            var teams: [TeamID] = []
            for name in ["a", "b"] { teams.append(try await acme.tenant.teams.create(name, as: acme.administrator)) }
            let text = "sourcedId,email,orgSourcedIds\n1,bob@acme.example,\"a,b\"\n"
            let mapping: [String: RosterColumn] = ["email": .email, "orgSourcedIds": .teams]
            let report = try await report(text, acme, CSVForm(mapping: mapping, listSeparator: .comma))
            #expect(
                report.lines.map(\.change) == [.invite(try EmailAddress("bob@acme.example"), .member, teams: teams)])
        }
    }

    @Test(arguments: ["eve@else.example", "Team of eve＠else.example"])
    func `a refusal does not repeat a text that may be an address`(_ team: String) async throws {
        try await withInvitations { acme async throws in
            let report = try await report("email;teams\nbob@acme.example;\(team)\n", acme)
            guard case .refused(let reason) = report.lines.first?.change else {
                Issue.record("the line was taken")
                return
            }
            #expect(
                !reason.description.contains("eve") && reason.description.contains("not a team of this organization"))
        }
    }

    @Test func `a new person joins up to 100 teams, and a member of more is exported and imported unchanged`()
        async throws
    {
        try await withInvitations { acme async throws in
            var teams: [TeamID] = []
            for number in 0...100 {
                let name = "\(number)" + String(repeating: "😀", count: 190)
                teams.append(try await acme.tenant.teams.create(name, as: acme.administrator))
            }
            let ada = try await acme.test.member("ada@acme.example", in: acme.tenant)
            for team in teams {
                try await acme.tenant.teams.add(#require(ada.member), to: team, as: acme.administrator)
            }
            let text = try await exported(acme, as: acme.administrator)
            let unchanged = try await report(text, acme)
            #expect(unchanged.lines.map(\.change) == [.unchanged, .unchanged])
            let new = try await report(text.replacing("ada@acme.example", with: "bob@acme.example"), acme)
            guard case .refused(let reason) = new.lines.last?.change else {
                Issue.record("the line was taken")
                return
            }
            #expect(reason.description.contains("more than 100"))
        }
    }

    @Test func `a blank character is no name, and any other is one unless it belongs to the one before it`() {
        for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
            let isName = TextRule.isLine(String(scalar), upTo: 1)
            let belongs = scalar.properties.isVariationSelector || (0xE0020...0xE007F).contains(scalar.value)
            if scalar.isBlank ? isName : !isName && TextRule.canStandInLine(scalar) && !belongs {
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
        }
        let flag = "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"
        #expect("\u{115F}\(flag)\u{206A}".withoutBlanks == flag && "\u{34F}❤\u{FE0F} ".withoutBlanks == "❤\u{FE0F}")
    }

    @Test func `a refusal names the unknown team`() async throws {
        try await withInvitations { acme async throws in
            let report = try await report("email;teams\nbob@acme.example;North, South\n", acme)
            guard case .refused(let reason) = report.lines.first?.change else {
                Issue.record("the line was taken")
                return
            }
            #expect(reason.description.contains("'North, South'") && !reason.description.contains("bob"))
            #expect(try await teams(acme).isEmpty && report.newTeams.isEmpty)
        }
    }

    @Test func `missing teams are created with the lines that need them, and the preview names them`() async throws {
        try await withInvitations { acme async throws in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let ada = try #require(try await acme.test.member("ada@acme.example", in: acme.tenant).member)
            let lead = try #require(try await acme.test.member("lead@acme.example", in: acme.tenant).member)
            let text = """
                email,role,teams
                new@acme.example,,north; East
                ada@acme.example,,EAST
                lead@acme.example,supervisor,East; West
                bad@acme.example,emperor,Nowhere

                """
            let report = try await report(text, acme, createTeams: true)
            #expect(
                report.lines.prefix(3).map(\.change) == [
                    .invite(try EmailAddress("new@acme.example"), .member, teams: [north]),
                    .add(try EmailAddress("ada@acme.example"), [], teams: []),
                    .add(try EmailAddress("lead@acme.example"), [], teams: []),
                ])
            #expect(report.lines.map(\.newTeams) == [["East"], ["East"], ["East", "West"], []])
            #expect(report.newTeams == ["East", "West"] && report.changeCount == 3)
            let made = try await acme.tenant.teams.list(as: acme.administrator)
            #expect(made.map(\.name) == ["East", "North", "West"])
            let (east, west) = (made[0].id, made[2].id)
            #expect(try await acme.tenant.members.member(ada, as: acme.administrator).teams == [east])
            #expect(
                Set(try await acme.tenant.members.member(lead, as: acme.administrator).assignments) == [
                    Assignment(.supervisor, team: east), Assignment(.supervisor, team: west),
                ])
            let again = try await self.report(text, acme, createTeams: true)
            #expect(again.lines.prefix(3).map(\.change) == [.alreadyInvited, .unchanged, .unchanged])
            #expect(again.newTeams.isEmpty)
        }
    }

    @Test func `a new team is created once, although its list takes several commits`() async throws {
        try await withInvitations { acme async throws in
            let text = "email,teams\n" + (0..<1_100).map { "u\($0)@acme.example,East\n" }.joined()
            let report = try await report(text, acme, createTeams: true)
            #expect(report.changeCount == 1_100 && report.newTeams == ["East"])
            #expect(try await teams(acme) == ["East"])
        }
    }

    @Test func `a member who may not manage teams creates none`() async throws {
        struct Recruiter: Role {
            let id: RoleID = "recruiter"
            let rank = 150
            let permissions: Set<Permission> = [.invite, .viewTeams]
        }
        try await withInvitations(roles: [Recruiter()]) { acme async throws in
            let recruiter = try await acme.test.member(
                "r@acme.example", roles: [Assignment("recruiter")], in: acme.tenant)
            let list = source("email,teams\nnew@acme.example,East\nother@acme.example,\n")
            let report = try await acme.invitations.importRoster(from: list, createTeams: true, as: recruiter).get()
            guard case .refused(let reason) = report.lines.first?.change else {
                Issue.record("the line was taken")
                return
            }
            #expect(reason.description.contains("manage teams"))
            #expect(report.changeCount == 1)
            #expect(try await teams(acme).isEmpty)
        }
    }

    // MARK: - Export

    private func exported(_ acme: InvitedOrganization, as principal: Principal) async throws -> String {
        var bytes: [UInt8] = []
        for try await piece in acme.invitations.exportRoster(as: principal) { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `an exported list of members is imported without a change`() async throws {
        try await withInvitations { acme async throws in
            var teams: [TeamID] = []
            for name in [
                "'s-Hertogenbosch", " 's-Hertogenbosch \u{200B}II", "\u{A0}'t Gooi", "t Gooi", "s-Hertogenbosch II",
                "=1+1", "A; B", "say \"C\"", "日本",
            ] {
                teams.append(try await acme.tenant.teams.create(name, as: acme.administrator))
            }
            _ = try await acme.test.member("all@acme.example", name: "=Ada", teams: teams, in: acme.tenant)
            _ = try await acme.test.member(
                "lead@acme.example",
                roles: [Assignment(.supervisor, team: teams[0]), Assignment(.supervisor, team: teams[2])],
                in: acme.tenant)
            _ = try await acme.test.member(
                "both@acme.example",
                roles: [Assignment(.manager), Assignment(.supervisor, team: teams.last)],
                teams: [teams[0]], in: acme.tenant)
            for (index, team) in teams.enumerated() {
                _ = try await acme.test.member("m\(index)@acme.example", teams: [team], in: acme.tenant)
            }
            let gone = try #require(try await acme.test.member("gone@acme.example", in: acme.tenant).member)
            try await acme.tenant.members.deactivate(gone, as: acme.administrator)

            let text = try await exported(acme, as: acme.administrator)
            #expect(text.hasPrefix("\u{FEFF}'email,name,role,teams,other roles\r\n"))
            #expect(text.contains("both@acme.example,Somebody,manager,''s-Hertogenbosch,supervisor (日本)\r\n"))
            let report = try await report(text, acme)
            #expect(report.lines.map(\.change) == Array(repeating: .unchanged, count: 4 + teams.count))
            #expect(report.ignoredColumns == ["name", "other roles"])
        }
    }

    @Test func `everybody exports the members that they may see, in any number of pages`() async throws {
        try await withInvitations(pageSize: 2) { acme async throws in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let ada = try await acme.test.member("ada@acme.example", teams: [north], in: acme.tenant)
            for number in 0..<5 { _ = try await acme.test.member("m\(number)@acme.example", in: acme.tenant) }
            let lead = try await acme.test.member(
                "lead@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme.tenant)
            for principal in [acme.administrator, lead, ada] {
                let text = try await exported(acme, as: principal)
                let addresses = text.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) }
                let listed = try await acme.tenant.members.list(as: principal).entries.map(\.member.email.description)
                #expect(Set(addresses) == Set(listed) && addresses.count == listed.count && !listed.isEmpty)
            }
            await #expect(throws: AccessError.self) { try await exported(acme, as: .visitor) }
        }
    }
}
