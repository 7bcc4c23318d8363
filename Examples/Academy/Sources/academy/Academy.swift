import ArgumentParser
import Atrium
import AtriumMail
import AtriumSurfaces
import Foundation
import SurfaceCommands

/// The program: a platform with all modules, served to browsers, and with a command for each surface.
@main
struct Academy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A platform for training.", subcommands: [Serve.self, CreateOrganization.self])

    /// The commands of the surfaces come from the modules, so the argument parser gets the others alone.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if configuration.subcommands.contains(where: { $0._commandName == arguments.first }) {
            return await main(arguments)
        }
        do {
            let status = await program(try Composition.sender).run(arguments, on: .ofProcess())
            Foundation.exit(status.rawValue)
        } catch { exit(withError: error) }
    }

    private static func program(_ sender: EmailAddress) -> SurfaceProgram {
        // Links in mail lead to the server.
        let origin = ProcessInfo.processInfo.environment["ACADEMY_ORIGIN"] ?? "http://localhost:8080"
        let modules = Composition.modules(origin: origin, sender: sender, transport: FolderTransport(folder: ""))
        return SurfaceProgram(
            name: "academy", catalogue: SurfaceCatalogue(modules.map { type(of: $0) }),
            beside: configuration.subcommands.map { (name: $0._commandName, title: $0.configuration.abstract) }
        ) { folder in try await Composition.open(folder, origin: origin, sender: sender) }
    }
}
