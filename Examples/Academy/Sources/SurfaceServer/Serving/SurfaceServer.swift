public import Atrium
import AtriumSessions
import AtriumSurfaces
import Foundation
public import Hummingbird
import SurfacePages

/// Serves the surfaces of a platform to browsers and to programs. It names no module.
public struct SurfaceServer: Sendable {
    let platform: Platform
    let catalogue: SurfaceCatalogue
    let settings: ServerSettings
    let sessions: SessionService
    /// The system tenant, with the surfaces of the platform's own modules.
    let system: (id: OrganizationID, catalogue: SurfaceCatalogue)
    let uploads: Uploads
    let acts: RunningActs
    let turnstile = Turnstile()
    let visitorLimit = RateLimit(300)
    let lookupLimit = RateLimit(1_000)

    /// A server of a platform that is open, with `Sessions` among its `platformModules`. Throws if they are not.
    public init(_ platform: Platform, _ settings: ServerSettings) async throws {
        (self.platform, self.settings, catalogue) = (platform, settings, SurfaceCatalogue(of: platform))
        acts = RunningActs(now: settings.now)
        sessions = try await platform[Sessions.self]
        system = (try await platform.systemTenant.id, SurfaceCatalogue(ofSystemTenantOf: platform))
        let folder = settings.folder ?? "\(NSTemporaryDirectory())/\(settings.randomToken())"
        uploads = Uploads(folder: "\(folder)/uploads", randomToken: settings.randomToken)
    }

    /// The surfaces of an organization, or of the system tenant.
    func catalogue(of id: OrganizationID) -> SurfaceCatalogue { id == system.id ? system.catalogue : catalogue }

    /// Returns when the acts that people have started have ended. Call it before the platform is closed.
    public func finish() async { await acts.finish() }

    /// Pages outside an organization, in the language in which the person reads in the organization that the request is about,
    /// or else in the language that the browser asks for.
    func pages(for request: Request, _ context: ServerContext) -> PlainPages {
        PlainPages(product: settings.product, language: context.place.language ?? language(of: request))
    }

    /// The language that a browser asks for.
    func language(of request: Request, in languages: Languages? = nil) -> Language {
        let wanted = AcceptLanguage.tags(request.headers[.acceptLanguage] ?? "")
        return (languages ?? platform.languages).language(preferring: wanted)
    }

    /// What answers requests.
    public var router: Router<ServerContext> {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            RequestLog()
            SecurityHeaders(isSecure: settings.isSecure)
            Problems(server: self)
            OriginCheck(origin: settings.origin)
            Visitors(server: self)
            ProgramMethods(catalogue: catalogue)
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
        addPages(to: router)
        addPrograms(to: router)
        return router
    }
}
