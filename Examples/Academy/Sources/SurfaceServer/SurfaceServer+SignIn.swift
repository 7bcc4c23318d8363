import Atrium
import AtriumSurfaces
import Hummingbird
import SurfacePages

extension SurfaceServer {
    func addSignIn(to router: Router<ServerContext>) {
        router.get("/") { request, _ in try await start(request) }
        router.get("/sign-in") { _, _ in Response(html: pages.signIn()) }
        router.post("/sign-in") { request, _ in try await mailLink(request) }
        router.get("/sign-in/:token") { _, context in
            Response(html: pages.confirmSignIn(try context.parameters.require("token")))
        }
        router.post("/sign-in/:token") { _, context in try await signIn(context.parameters.require("token")) }
        router.post("/sign-out") { request, _ in try await signOut(request) }
    }

    /// The organizations of the person, or the only one.
    private func start(_ request: Request) async throws -> Response {
        guard let session = await session(of: request) else { return .seeOther("/sign-in") }
        let links = try await platform.organizations(of: session.account)
        if links.count == 1 { return .seeOther("/\(links[0].slug)") }
        var organizations: [PageContext.Organization] = []
        for link in links { organizations.append(try await menuEntry(link, for: session.account)) }
        return Response(html: pages.organizations(organizations, formToken: session.formToken))
    }

    /// Answers the same for every address, so that nobody learns who has an account.
    private func mailLink(_ request: Request) async throws -> Response {
        let form = try await form(of: request)
        guard let address = try? EmailAddress(form.texts["address"]?.last ?? "") else {
            return Response(html: pages.signIn(), status: .badRequest)
        }
        guard await signInLimit.allows(address.description.lowercased(), now: settings.now()) else {
            throw Problem.tooMany
        }
        if let account = try await platform.account(address) {
            let token = await sessions.makeLink(to: account, now: settings.now())
            try await settings.mailLink(address, "\(settings.origin)/sign-in/\(token)")
        }
        return Response(html: pages.mailed())
    }

    private func signIn(_ link: String) async throws -> Response {
        guard let token = await sessions.signIn(link, now: settings.now()) else {
            throw Problem(
                status: .gone, title: "The link no longer works",
                text: "It was used, or is older than fifteen minutes. Ask for another one.")
        }
        return .seeOther("/", cookie: cookie(token))
    }

    private func signOut(_ request: Request) async throws -> Response {
        try await check(form(of: request), of: request)
        if let token = token(of: request) { await sessions.end(token) }
        return .seeOther("/sign-in", cookie: cookie("", lifetime: 0))
    }

    // MARK: - Sessions

    private var cookieName: String { settings.isSecure ? "__Host-session" : "session" }

    func cookie(_ token: String, lifetime: Int = 604_800) -> String {
        "\(cookieName)=\(token); Path=/; Max-Age=\(lifetime); HttpOnly; SameSite=Lax"
            + (settings.isSecure ? "; Secure" : "")
    }

    private func token(of request: Request) -> String? { request.cookies[cookieName]?.value }

    func session(of request: Request) async -> Sessions.Session? {
        guard let token = token(of: request) else { return nil }
        return await sessions.session(token, now: settings.now())
    }

    /// Throws if the form was not made for this session.
    @discardableResult
    func check(_ form: FormInput, of request: Request) async throws -> Sessions.Session {
        guard let session = await session(of: request), form.texts["_token"] == [session.formToken] else {
            throw Problem.foreignForm
        }
        return session
    }

    /// The fields of a form, of 1 MiB at most.
    func form(of request: Request) async throws -> FormInput {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Problem(
                status: .unsupportedMediaType, title: "The form cannot be read", text: "Files are not taken here.")
        }
        let body = try await request.body.collect(upTo: 1 << 20)
        return try FormInput(query: String(buffer: body))
    }
}
