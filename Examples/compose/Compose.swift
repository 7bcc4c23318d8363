import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumSuggestions
import Foundation

/// A platform composed of seven modules, and one organization's first day on it.
@main
struct Compose {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "compose-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }

        // In production, `SendmailTransport()` hands mail to the machine's mail server.
        let mailbox = Mailbox()
        let join = "https://training.example/join/"
        let platform = try await Platform.open(
            at: folder,
            modules: [
                Seats(defaultLimit: 500),
                Mail(sender: try EmailAddress("no-reply@training.example"), transport: mailbox),
                Invitations { token in join + token },
                Courses(),
                Certificates { code in "https://training.example/certificates/\(code)" },
                Analytics(),
                Suggestions(),
            ])
        let acme = try await platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: EmailAddress("ada@acme.example"))

        /// A person who follows the link in their mail.
        func enter(_ address: String, _ name: String) async throws -> Principal {
            try await acme[Mail.self].deliver()
            guard let token = mailbox.word(after: join, to: address) else { throw InvitationError.invalidToken }
            let account = try await acme[Invitations.self].createAccount(token, name: name, as: .visitor)
            return .member(try await acme[Invitations.self].accept(token, as: .account(account)))
        }

        let ada = try await enter("ada@acme.example", "Ada")
        print("Ada founded Acme, and is its administrator.")

        let north = try await acme.teams.create("North", as: ada)
        _ = try await acme[Invitations.self].invite([EmailAddress("bob@acme.example")], teams: [north], as: ada).get()
        let bob = try await enter("bob@acme.example", "Bob")
        let seats = try await acme[Seats.self].balance(as: ada)
        print("Bob was invited, and joined team North. Seats used: \(seats.used) of \(seats.limit ?? 0).")

        let swift = Course(id: try CourseID("swift-101"), title: "Swift, from the start")
        try await acme[Courses.self].add(swift, as: ada)
        try await acme[Suggestions.self].suggest(swift.id, to: .team(north), due: .afterJoining(days: 30), as: ada)
        if let member = bob.member {
            let suggested = try await acme[Suggestions.self].suggestions(of: member, as: bob)
            print("Bob is suggested: \(suggested.map(\.course.title).joined(separator: ", ")).")
            try await acme[Courses.self].record(.enrolled, of: member, in: swift.id, as: ada)
            try await acme[Courses.self].record(.completed, of: member, in: swift.id, as: ada)
        }

        // `platform.run()` does what is due until it is cancelled: mail, certificates, reminders. This does it once.
        try await platform.runDue()
        let certificates = try await acme[Certificates.self].listOwn(as: bob).entries
        print("Bob's certificates: \(certificates.map(\.content.title).joined(separator: ", ")).")

        let today = Day(Date(), in: .gmt)
        let query = FigureQuery(.teams, days: today.advanced(by: -1)..<today.advanced(by: 2))
        let table = try await acme[Analytics.self].table(query, as: ada)
        for row in table.rows {
            if case .count(let count) = table.value(of: .completed, in: row) {
                print("Team \(row.name) completed \(count).")
            }
        }

        do {
            _ = try await acme[Analytics.self].table(query, as: bob)
        } catch {
            print("Bob asks for the same figures: \(error).")
        }
        await platform.close()
    }
}
