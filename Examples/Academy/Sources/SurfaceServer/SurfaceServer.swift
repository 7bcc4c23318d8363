public import Atrium
import AtriumSurfaces
public import Hummingbird
import SurfacePages

/// Serves the surfaces of a platform to browsers. It names no module.
public struct SurfaceServer: Sendable {
    let platform: Platform
    let catalogue: SurfaceCatalogue
    let settings: ServerSettings
    let sessions: Sessions
    let pages: PlainPages
    let signInLimit = RateLimit(20)

    /// A server of a platform that is open.
    public init(_ platform: Platform, _ settings: ServerSettings) {
        (self.platform, self.settings) = (platform, settings)
        (catalogue, sessions) = (SurfaceCatalogue(of: platform), Sessions(randomToken: settings.randomToken))
        pages = PlainPages(product: settings.product)
    }

    /// What answers requests.
    public var router: Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        router.addMiddleware {
            SecurityHeaders()
            ProblemPages(pages: pages)
            OriginCheck(origin: settings.origin)
        }
        router.get("/livez") { _, _ in "ok\n" }
        router.get("/readyz") { _, _ in
            _ = try await platform.organizations()
            return "ok\n"
        }
        router.get("/style.css") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
                body: .init(byteBuffer: ByteBuffer(string: PageRenderer.style)))
        }
        addSignIn(to: router)
        addSurfaces(to: router)
        return router
    }
}
