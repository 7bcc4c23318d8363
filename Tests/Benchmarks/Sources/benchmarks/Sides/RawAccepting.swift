import Foundation
import RawSQLite

/// Accepts invitations directly through the C API. It runs the statements of a platform with all modules, on copies of its
/// files, with one commit in the organization's file and one in the directory's.
final class RawAccepting {
    private struct Person {
        let invitation: String
        let email: String
        let digest: [UInt8]
        let inviter: String
        let account: String
    }

    private let tenant: RawDatabase
    private let directory: RawDatabase
    private let organization: String
    private var people: [Person] = []
    private var accepted = 0

    private lazy var statements = Result { try AcceptingStatements(tenant, directory) }

    init(tenant path: String, directory: String, organization: String) throws {
        tenant = try RawDatabase(path: path)
        self.directory = try RawDatabase(path: directory)
        self.organization = organization
        people = try pending()
    }

    var left: Int { people.count - accepted }

    private func pending() throws -> [Person] {
        var accounts: [String: String] = [:]
        try directory.forEachRow("SELECT address, account_id FROM kernel_address") { row in
            accounts[RawColumn.text(row, 0)] = RawColumn.text(row, 1)
        }
        var people: [Person] = []
        try tenant.forEachRow(
            "SELECT id, email, token_digest, inviter FROM invitations_invitation WHERE state = 'pending'"
        ) { row in
            let email = RawColumn.text(row, 1)
            guard let account = accounts[email] else { return }
            people.append(
                Person(
                    invitation: RawColumn.text(row, 0), email: email, digest: RawColumn.blob(row, 2),
                    inviter: RawColumn.text(row, 3), account: account))
        }
        return people
    }

    /// Accepts `count` invitations, `size` in each commit, and returns the number of new members.
    func accept(_ count: Int, inCommitsOf size: Int) throws -> Int {
        let statements = try statements.get()
        let before = try tenant.integer("SELECT count(*) FROM kernel_member")
        for start in stride(from: 0, to: count, by: size) {
            let batch = people[accepted..<accepted + min(size, count - start)]
            try statements.begin()
            let members = try batch.indices.map { try accept($0, statements) }
            try statements.audit.moveHead()
            try statements.commit()
            try statements.directoryBegin()
            for (person, member) in zip(batch, members) {
                accepted += 1
                try statements.index(
                    .text(person.account), .text(organization), member, .integer(1), .integer(accepted + 1))
            }
            let accounts = batch.map { "\"\($0.account)\"" }.joined(separator: ",")
            try statements.noteCopies(.text(organization), .integer(0), .text("[\(accounts)]"))
            try statements.directoryCommit()
        }
        return try tenant.integer("SELECT count(*) FROM kernel_member") - before
    }

    /// The id of a new member. The ids are in the order of time, like the platform's: random ids would touch more pages.
    private func member(_ number: Int) -> RawValue {
        let digits = String(number, radix: 16)
        return .text("01ffffff-ffff-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    /// Accepts an invitation, and returns the id of the new member.
    private func accept(_ number: Int, _ sql: AcceptingStatements) throws -> RawValue {
        let person = people[number]
        let now = RawValue.integer(Int(Date().timeIntervalSince1970 * 1_000))
        let (id, member) = (RawValue.text(person.invitation), member(number))
        try sql.account(.text(person.account))
        try sql.addresses(.text(person.account))
        try sql.pending(.blob(person.digest), now)
        try sql.audit.checkPermission(of: person.inviter)
        try sql.audit.checkPermission(of: person.inviter)
        try sql.end(.text("accepted"), now, id)
        try sql.release(id)
        try sql.reserveLess()
        let waiting = try sql.waiting(.text("[\"invitations:\(person.invitation):1\"]"))
        let mails = RawValue.text("[\(waiting.map(String.init).joined(separator: ","))]")
        try sql.withdraw(.text("withdrawn"), .null, mails)
        try sql.blank(mails)
        try sql.hasWaiting()
        try sql.memberOfAccount(.text(person.account))
        try sql.join(
            member, .text(person.account), .text(person.email), .text(person.email), .text(person.email),
            .text("active"), now)
        try sql.use(.null, .null)
        try sql.setMember(member, id)
        try countActivated(member, sql)
        try sql.audit.append()
        try sql.membership(member)
        return member
    }

    private func countActivated(_ member: RawValue, _ sql: AcceptingStatements) throws {
        try sql.zone()
        try sql.key(.text("member"), member)
        try sql.addKey(.text("member"), member)
        let key = try sql.key(.text("member"), member).first ?? 0
        try sql.attribution(.integer(key))
        try sql.periods(member)
        // The second figure is `activated`.
        let tally = (0..<11).map { RawValue.integer($0 == 1 ? 1 : 0) }
        try sql.day.run([.integer(0), .integer(20_454), .integer(key), .integer(0)] + tally)
        try sql.month.run([.integer(0), .integer(24_312), .integer(0)] + tally)
    }
}
