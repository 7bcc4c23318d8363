import ArgumentParser
import Atrium
import AtriumMail

struct CreateOrganization: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create an organization. Its founder gets an invitation by mail, and becomes its administrator.",
        discussion: "No server may have the folder open at the same time.")

    @Option(help: "The folder of the platform, such as the one of launch.")
    var data: String

    @Option(help: "The name of the organization.")
    var name: String

    @Option(help: "The short name in addresses, such as acme.")
    var slug: String

    @Option(help: "The founder's address.")
    var founder: String

    @Option(help: "The language in which its people read, such as en-GB, fr, de or ar.")
    var language = "en"

    @Option(help: "What the organization has: Basics, or everything if it is left out.")
    var featureSet = ""

    @Option(help: "The address under which browsers reach the server.")
    var origin = "http://localhost:8080"

    func run() async throws {
        let platform = try await Composition.open(data, origin: origin, sender: Composition.sender)
        do {
            let tenant = try await platform.createOrganization(
                OrganizationSettings(name: name, language: language), slug: slug, founder: EmailAddress(founder),
                featureSet: featureSet)
            try await tenant[Mail.self].deliver()
        } catch {
            await platform.close()
            throw error
        }
        await platform.close()
        print("\(name) is created; the invitation is in \(data)/outbox")
    }
}
