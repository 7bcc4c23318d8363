import ArgumentParser
import Atrium
import AtriumAccessTokens
import AtriumMail
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import SurfacePages
import SurfaceServer
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve pages to browsers and an interface to programs, on this machine only.")

    @Option(help: "The folder of the platform, such as the one of launch.")
    var data: String

    @Option(help: "The port on the loopback interface.")
    var port = 8080

    @Option(help: "The address under which browsers reach the server. Put a proxy with TLS before it.")
    var origin: String?

    @Option(help: "The header in which the proxy gives the client's address. The proxy must overwrite or append it.")
    var clientAddressHeader: String?

    @Flag(help: "Show the written mail under /mailbox to everybody. For developers only.")
    var mailbox = false

    func run() async throws {
        let origin = origin ?? "http://localhost:\(port)"
        let platform = try await Composition.open(data, origin: origin, sender: Composition.sender)
        do {
            try await serve(platform, origin)
        } catch {
            await platform.close()
            throw error
        }
        await platform.close()
    }

    private func serve(_ platform: Platform, _ origin: String) async throws {
        var settings = ServerSettings(product: "Academy", origin: origin)
        if let name = clientAddressHeader {
            guard let header = HTTPField.Name(name) else {
                throw ValidationError("'\(name)' is no name of a header; write one such as X-Forwarded-For")
            }
            settings.clientAddressHeader = header
        }
        settings.folder = "\(data)/server"
        settings.publicAddresses = Composition.publicAddresses
        settings.programPrincipal = { tenant, token in try await tenant[AccessTokens.self].principal(of: token) }
        settings.publicFiles = Composition.publicFiles
        let server = try await SurfaceServer(platform, settings)
        let router = server.router
        if mailbox { addMailbox(to: router, origin) }
        let logger = Logger(label: "academy")
        var app = Application(
            router: router,
            // A client that stops in the middle of a request must not hold its connection for ever.
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: logger)
        app.addServices(PlatformWork(platform: platform))
        logger.notice("open \(origin) in a browser; mail is written to \(data)/outbox")
        // A client that sends its body byte by byte must not keep the server from ending.
        var group = ServiceGroupConfiguration(
            services: [app], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(20)
        do { try await ServiceGroup(configuration: group).run() } catch {
            await server.finish()
            throw error
        }
        await server.finish()
    }

    private func addMailbox(to router: Router<ServerContext>, _ origin: String) {
        let (pages, mailbox) = (
            PlainPages(product: "Academy", language: .english), DevelopmentMailbox(folder: "\(data)/outbox")
        )
        router.get("/mailbox") { _, _ in
            let html = pages.mailbox(try mailbox.messages(), origin: origin)
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: html)))
        }
    }
}

/// The recurring work of the platform, beside the server: mail is sent, invitations expire, certificates are issued.
private struct PlatformWork: Service {
    let platform: Platform

    func run() async throws {
        // A signal to end stops it between two pieces of work.
        do { try await cancelWhenGracefulShutdown { try await platform.run() } } catch is CancellationError {}
    }
}
