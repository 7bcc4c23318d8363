import Atrium
import Foundation

/// A first module, used by a first platform.
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

        try await acme[Greetings.self].add("Hello, Bob!", as: ada)
        print("Ada reads: \(try await acme[Greetings.self].list(as: ada).map(\.text))")
        do {
            try await acme[Greetings.self].add("Hello, Ada!", as: .visitor)
        } catch {
            print("A visitor adds a greeting: \(error)")
        }
        await platform.close()

        let again = try await Platform.open(at: folder, modules: [Greetings()])
        let greetings = try await again.tenant("acme")[Greetings.self].list(as: ada)
        print("After a restart, Ada reads: \(greetings.map(\.text))")
        await again.close()
    }
}
