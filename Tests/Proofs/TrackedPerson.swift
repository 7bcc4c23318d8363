import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCampaigns
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumLearningSlots
import AtriumMail
import AtriumMailTesting
import AtriumPrivacy
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import CSQLite
import Foundation
import TestSupport
import Testing

/// A member in whose fields a word stands, which stands nowhere else: names, addresses, notes, messages, reasons, identities of
/// sources, names of tokens, waiting mail, and the text of an error.
struct TrackedPerson {
    static let word = "zanarkand"
    /// The tables of an organization's file that hold it. All others have no texts about a person.
    static let tables: Set = [
        "certificates_certificate", "courses_entry", "courses_held", "courses_learner",
        "invitations_invitation", "kernel_former_address", "kernel_job", "kernel_member", "mail_content",
        "suggestions_goal", "suggestions_suggestion", "teampages_message", "tokens_token",
    ]

    let world: TestOrganization
    let member: MemberID
    /// The present address, and not the former ones.
    let address: EmailAddress
    /// A member who did the same, and stays.
    let other: MemberID
    /// The code of the person's certificate.
    let code: String

    /// The key figures of the month in which the person learned. The present number of members is none of them.
    func figures() async throws -> FigureTable {
        let march = Day(year: 2025, month: 3)..<Day(year: 2025, month: 4)
        var query = FigureQuery(days: march)
        query.figures.removeAll { $0 == .members }
        return try await world.tenant[Analytics.self].table(query, as: world.administrator)
    }

    /// The files below the data folder in which a byte sequence is the word, in any case.
    func filesWithTraces() throws -> Set<String> {
        let folder = URL(filePath: world.test.folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        var found: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let text = String(decoding: try Data(contentsOf: file), as: Unicode.ASCII.self).lowercased()
            if text.contains(Self.word) { found.insert(file.lastPathComponent) }
        }
        return found
    }

    /// The tables of the organization's file that hold the word.
    func tablesWithTraces() throws -> Set<String> {
        let path = "\(world.test.folder)/tenants/\(world.tenant.id).db"
        let columns = try Self.rows(
            "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'", path)
        return Set(
            try columns.filter { row in
                let count = try Self.rows(
                    "SELECT count(*) FROM \(row[0]) WHERE instr(lower(CAST(\(row[1]) AS TEXT)), '\(Self.word)')", path)
                return count != [["0"]]
            }.map { $0[0] })
    }

    /// Reads a file without the platform. Only a test may do that.
    private static func rows(_ sql: String, _ path: String) throws -> [[String]] {
        var (handle, statement): (OpaquePointer?, OpaquePointer?)
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(handle)
        }
        try #require(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
        try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK)
        var rows: [[String]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_text(statement, $0)) })
        }
        return rows
    }
}

func withTrackedPerson(_ body: (TrackedPerson) async throws -> Void) async throws {
    let mailbox = Mailbox()
    let modules = try platformModules(mailbox) + [FailingMail()]
    try await withTestOrganization(
        modules, mailbox: mailbox, steps: [.teams, .course(Course(id: CourseID("swift"), title: "Swift"))]
    ) { world in
        let word = TrackedPerson.word
        let tracked = try await world.prepare("former-\(word)", as: word)
        try await world.test.changeAddress(from: "former-\(word)@acme.example", to: "\(word)@acme.example")
        try await world.test.platform.runDue()
        let other = try await world.prepare("bob", as: "bob")
        // What comes now stays in the outbox.
        mailbox.isDown = true
        try await world.tenant[TeamPages.self].send(
            Message(to: .members([tracked]), subject: "To \(word)", text: "Dear \(word)"), as: world.administrator)
        let today = Day(world.test.clock.now, in: .gmt)
        try await world.tenant[LearningSlots.self].set(
            SlotSchedule(.tuesday, at: 9, for: 60, in: .gmt, from: today, to: today.advanced(by: 90)),
            of: world.north, as: world.administrator)
        try await world.tenant[FailingMail.self].wake()
        try await world.test.platform.runDue()
        let own = try await world.tenant[Certificates.self].listOwn(as: .member(tracked)).entries
        try await body(
            TrackedPerson(
                world: world, member: tracked, address: EmailAddress("\(word)@acme.example"), other: other,
                code: #require(own.first).content.code.description))
    }
}

extension TestOrganization {
    /// Admits a person by an invitation, and fills the person's fields in all modules.
    fileprivate func prepare(_ key: String, as word: String) async throws -> MemberID {
        let address = try EmailAddress("\(key)@acme.example")
        let invitations = try tenant[Invitations.self]
        _ = try await invitations.invite([address], role: .administrator, teams: [north], as: administrator)
        try await tenant[Mail.self].deliver()
        let account = try await test.platform.createAccount(provenAddress: address, name: "Name \(word)")
        let member = try await invitations.accept(
            #require(mailbox.token(to: address.description)), as: .account(account))
        let course = catalogue[0].id
        let spring = Day(year: 2025, month: 3).start(in: .gmt)
        try await courses.record(
            .enrolled, of: member, in: course, at: spring, id: "enrolled-\(word)", as: administrator)
        try await courses.record(
            .completed, of: member, in: course, at: spring, id: "completed-\(word)", as: administrator)
        let lines = [
            "id,email,course,event,date,minutes,progress",
            "held-\(word),x-\(word)@private.example,swift,activity,2025-03-02,25,",
            "later-\(word),x-\(word)@private.example,swift,activity,2027-03-02,25,", "",
        ].joined(separator: "\n")
        _ = try await courses.importRecord(.csv, from: chunk(of: lines), as: administrator).get()
        _ = try await courses.resolve("mailto:x-\(word)@private.example", to: member, as: administrator)
        try await courses.void("held-\(word)", of: member, as: administrator)
        try await test.platform.runDue()
        let certificates = try tenant[Certificates.self]
        let certificate = try #require(await certificates.listOwn(as: .member(member)).entries.first)
        try await certificates.revoke(certificate.id, reason: "Reason \(word)", as: administrator)
        let suggestions = try tenant[Suggestions.self]
        let later = Day(year: 2026, month: 4)
        _ = try await suggestions.suggest(course, to: .member(member), note: "Note \(word)", as: administrator)
        _ = try await suggestions.setGoal(
            .learn(minutes: 90), for: member, by: later, note: "Goal \(word)", as: administrator)
        // What the person wrote about others. The target is the person's alone: a goal with the same target would be changed.
        _ = try await suggestions.suggest(course, to: .organization, note: "From \(word)", as: .member(member))
        _ = try await suggestions.setGoal(
            .learn(minutes: word.count), for: #require(administrator.member), by: later, note: "Goal from \(word)",
            as: .member(member))
        _ = try await suggestions.makeCalendarToken(of: member, as: .member(member))
        try await tenant[Campaigns.self].chooseNote(true, for: member, as: .member(member))
        _ = try await tenant[AccessTokens.self].create(
            "Token \(word)", permissions: ["courses.view catalogue"], days: 30, as: .member(member))
        _ = try await tenant[TeamPages.self].send(
            Message(to: .members([member]), subject: "Subject \(word)", text: "Text \(word)"), as: .member(member))
        try await test.platform.runDue()
        return member
    }
}

/// A module whose work fails once with the words of a mail server, which repeat an address.
private struct FailingMail: Module {
    static let id: ModuleID = "failing"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    struct Failure: Error, CustomStringConvertible {
        var description: String { "550 no such mailbox: \(TrackedPerson.word)@acme.example" }
    }

    struct Service: Sendable {
        let tenant: TenantContext

        func wake() async throws {
            try await tenant.store.write(as: tenant.system("wake")) { try $0.wake("send") }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let hasFailed = Locked(false)
        try tenant.every(.seconds(86_400), "send") {
            if hasFailed.withLock({ before in
                defer { before = true }; return !before
            }) {
                throw Failure()
            }
        }
        return Service(tenant: tenant)
    }
}

/// The bytes of a text, in one piece.
private func chunk(of text: String) -> AsyncStream<[UInt8]> {
    AsyncStream { stream in
        stream.yield(Array(text.utf8))
        stream.finish()
    }
}
