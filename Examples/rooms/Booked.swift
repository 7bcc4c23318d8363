import Atrium
import AtriumMail
import AtriumMailTesting
import Foundation

/// A platform of two modules: people book rooms, and are reminded.
@main
struct Booked {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rooms-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let mailbox = Mailbox()
        let platform = try await Platform.open(
            at: folder,
            modules: [Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox), Rooms()])
        let address = try EmailAddress("ada@acme.example")
        let account = try await platform.createAccount(provenAddress: address, name: "Ada")
        let acme = try await platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: address)
        let ada = try await acme.principal(for: account)
        guard let member = ada.member else { return }

        let attic = try await acme[Rooms.self].add("Attic", seats: 6, as: ada)
        let tomorrow = Day(Date(), in: .gmt).advanced(by: 1)
        try await acme[Rooms.self].book(attic, on: tomorrow, for: member, as: ada)
        print("Ada booked the Attic for tomorrow.")
        do {
            try await acme[Rooms.self].book(attic, on: tomorrow, for: member, as: ada)
        } catch {
            print("She books it again: \(error).")
        }
        do {
            _ = try await acme[Rooms.self].bookings(of: member, as: .visitor)
        } catch {
            print("A visitor looks at her bookings: \(error).")
        }
        while try await platform.runDue() > 0 {}
        print("Mails in Ada's mailbox: \(mailbox.mails.count).")
        await platform.close()
    }
}
