import ArgumentParser
import Atrium
import AtriumMail
import Foundation
import Hummingbird
import Logging
import SurfaceServer

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve pages to browsers, on this machine only.")

    @Option(help: "The folder of the platform, such as the one of launch.")
    var data: String

    @Option(help: "The port on the loopback interface.")
    var port = 8080

    @Option(help: "The address under which browsers reach the server. Put a proxy with TLS before it.")
    var origin: String?

    func run() async throws {
        let origin = origin ?? "http://localhost:\(port)"
        let outbox = FolderTransport(folder: "\(data)/outbox")
        let platform = try await Platform.open(
            at: data, modules: Composition.modules(origin: origin, sender: Composition.sender, transport: outbox))
        let settings = ServerSettings(product: "Academy", origin: origin) { address, link in
            try await outbox.send(SignInMail.message(to: address, link: link, from: Composition.sender))
        }
        let logger = Logger(label: "academy")
        let app = Application(
            router: SurfaceServer(platform, settings).router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: logger)
        logger.notice("open \(origin) in a browser; mail is written to \(data)/outbox")
        do {
            try await app.runService()
        } catch {
            await platform.close()
            throw error
        }
        await platform.close()
    }
}
