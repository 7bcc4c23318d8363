import Atrium
import AtriumAnalytics
import AtriumCSV
import AtriumCourses
import AtriumInvitations
import TestSupport
import Testing

/// Files from other systems (`Tests/Support/Cases`). Each is read as its sender means it.
struct FoundFiles {
    // MARK: - Statements

    @Test func `a failed attempt and then a passed one complete the course and give one certificate`() async throws {
        try await withAcme { acme async throws in
            let report = try await acme.statements("03-retake-failed-then-passed.json")
            #expect(counts(report) == [.accepted: 2])
            #expect(try await acme.participation()?.state == .completed)
            #expect(try await acme.participation()?.attempts == 2)
            #expect(try await acme.certificates() == [Day("2026-01-05")])
            #expect(try await acme.figure(.peopleCompleted) == .count(1))
            #expect(try await acme.figure(.enrolled) == .count(2))
            #expect(try await counts(acme.statements("03-retake-failed-then-passed.json")) == [.repeated: 2])
        }
    }

    @Test
    func
        `passing in two consecutive years counts as two completions of one person, and the later certificate is valid`()
        async throws
    {
        try await withAcme { acme async throws in
            #expect(try await counts(acme.statements("04-recertification-two-passes.json")) == [.accepted: 2])
            #expect(try await acme.participation()?.attempts == 2)
            #expect(try await acme.certificates() == [Day("2026-01-05")])
            #expect(try await acme.figure(.completed) == .count(2))
            #expect(try await acme.figure(.peopleCompleted) == .count(1))
        }
    }

    @Test func `a learning record store's response yields its two statements`() async throws {
        try await withAcme { acme async throws in
            let report = try await acme.statements("05-statement-result.json")
            #expect(counts(report) == [.accepted: 2] && report.more == "/xAPI/statements?more=abc")
        }
    }

    @Test func `the same statement in another form is not a conflict`() async throws {
        try await withAcme { acme async throws in
            #expect(try await counts(acme.statements("06-same-statement-again.json")) == [.accepted: 1, .repeated: 1])
        }
    }

    @Test func `a completed statement without success does not complete the course`() async throws {
        try await withAcme { acme async throws in
            #expect(try await counts(acme.statements("07-completed-without-success.json")) == [.accepted: 1])
            #expect(try await acme.participation()?.state == .failed)
            #expect(try await acme.certificates().isEmpty)
        }
    }

    @Test(arguments: ["08-duration-with-months.json", "09-timestamp-basic-offset.json"])
    func `a detail that a fact does not need never causes its refusal`(_ name: String) async throws {
        try await withAcme { acme async throws in
            #expect(try await counts(acme.statements(name)) == [.accepted: 1])
        }
    }

    @Test func `a refused statement is reported with its id, before a thousand skipped ones`() async throws {
        try await withAcme { acme async throws in
            let (skipped, refused) = ("6f1a0c4e-0000-4000-8000-00000000", "6f1a0c4e-0000-4000-9000-000000000001")
            func statement(_ id: String, _ verb: String) -> String {
                #"{"id":"\#(id)","actor":{"mbox":"mailto:bob@x.example"},"verb":{"id":"\#(verb)"},"object":{}}"#
            }
            let text =
                (1000..<2001).map { statement("\(skipped)\($0)", "http://adlnet.gov/expapi/verbs/liked") }
                + [statement(refused, "http://adlnet.gov/expapi/verbs/completed")]
            let report = try await acme.record(Array(text.joined(separator: "\n").utf8), .xapi)
            #expect(counts(report) == [.skipped: 1001, .refused: 1])
            #expect(report.remarks.first?.verdict == .refused && report.remarks.first?.id == refused)
        }
    }

    // MARK: - Lists

    @Test func `a blank after an address is not part of it`() async throws {
        try await withAcme { acme async throws in
            let report = try await acme.record(Cases.bytes("13-record-trailing-blank.csv"), .csv)
            #expect(counts(report) == [.accepted: 1])
        }
    }

    @Test(arguments: [
        "11-ghost-rows-and-column.csv", "12-header-spaces.csv", "15-semicolons.csv", "16-utf16.csv",
    ])
    func `a list is read in the forms that spreadsheets write`(_ name: String) async throws {
        try await withAcme(bob: "robert@x.example") { acme async throws in
            let report = try await acme.roster(Cases.bytes(name), createTeams: true)
            #expect(report.lines.count == 1)
            guard case .invite = report.lines.first?.change else {
                Issue.record("\(report.lines)")
                return
            }
        }
    }

    /// Lists from other platforms, each with its own columns.
    private static let lists: [(String, [String: RosterColumn])] = [
        // Moodle, "Upload users".
        (
            "username,firstname,lastname,email,cohort1\nbob,Bob,Roe,bob@x.example,North\n",
            ["email": .email, "cohort1": .teams]
        ),
        // Chamilo.
        (
            "Username;Lastname;Firstname;Email;ClassName\nbob;Roe;Bob;bob@x.example;North\n",
            ["Email": .email, "ClassName": .teams]
        ),
        // IOMAD.
        (
            "\u{FEFF}username,email,firstname,lastname,department,managertype\r\nbob,bob@x.example,Bob,Roe,North,0\r\n",
            ["email": .email, "department": .teams]
        ),
        // OneRoster 1.1, users.csv.
        (
            "\"sourcedId\",\"status\",\"dateLastModified\",\"enabledUser\",\"orgSourcedIds\",\"role\",\"username\",\"givenName\",\"familyName\","
                + "\"email\"\n\"1\",\"active\",\"2026-01-01T00:00:00.000Z\",\"true\",\"North\",\"student\",\"bob\",\"Bob\",\"Roe\",\"bob@x.example\"\n",
            ["email": .email, "orgSourcedIds": .teams]
        ),
    ]

    @Test(arguments: lists)
    func `a list from another platform is read by its own columns`(_ text: String, _ mapping: [String: RosterColumn])
        async throws
    {
        try await withAcme(bob: "robert@x.example") { acme async throws in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let report = try await acme.roster(Array(text.utf8), form: CSVForm(mapping: mapping))
            let bob = try EmailAddress("bob@x.example")
            #expect(report.lines.map(\.change) == [.invite(bob, .member, teams: [north])])
            #expect(report.ignoredColumns.count == text.prefix { !$0.isNewline }.split { ",;".contains($0) }.count - 2)
        }
    }

    @Test func `a team's name may begin with an apostrophe`() async throws {
        try await withAcme(bob: "robert@x.example") { acme async throws in
            let bytes = try Cases.bytes("14-team-with-apostrophe.csv")
            let name = try #require(String(decoding: bytes, as: UTF8.self).firstMatch(of: /'[^,;\r\n"]+/)?.output)
            let team = try await acme.tenant.teams.create(String(name), as: acme.administrator)
            let report = try await acme.roster(bytes)
            guard case .invite(_, _, let teams) = report.lines.first?.change else {
                Issue.record("\(report.lines)")
                return
            }
            #expect(teams == [team])
        }
    }

    @Test func `addresses are found in the forms that mail programs copy`() throws {
        let list = try AddressList(try Cases.text("18-outlook-paste.txt"))
        let names = ["jane", "rick", "ann", "bob", "cat", "dan", "eve"]
        #expect(try list.entries.map { try $0.address.get().description } == names.map { "\($0)@x.example" })
    }
}
