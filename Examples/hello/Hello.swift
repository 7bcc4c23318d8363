import Atrium
import Foundation

/// The smallest module, used by the smallest platform.
@main
struct Hello {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hello-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }

        let platform = try await Platform.open(at: folder, modules: [Greetings()])
        let address = try EmailAddress("ada@acme.example")
        let account = try await platform.createAccount(provenAddress: address, name: "Ada")
        let acme = try await platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: address)
        let ada = try await acme.principal(for: account)

        print("Ada greets Bob: \(try await acme[Greetings.self].greet("Bob", as: ada))")
        print("Ada greets Bob: \(try await acme[Greetings.self].greet("Bob", as: ada))")
        do {
            _ = try await acme[Greetings.self].greet("Bob", as: .visitor)
        } catch {
            print("A visitor greets Bob: \(error)")
        }
        await platform.close()

        let again = try await Platform.open(at: folder, modules: [Greetings()])
        let count = try await again.tenant("acme")[Greetings.self].greet("Bob", as: ada)
        print("After a restart, Ada greets Bob: \(count)")
        await again.close()
    }
}
