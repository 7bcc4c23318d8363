import Atrium
import AtriumSurfaces
import Hummingbird
import Logging
import SurfacePages

extension SurfaceServer {
    func addSignIn(to router: Router<ServerContext>) {
        router.get("/") { request, context in try await start(request, context) }
        router.get("/sign-in") { request, _ in
            let path = try FormInput(query: request.uri.query ?? "").texts["to"]?.last
            return Response(html: pages.signIn(then: LocalPath(path ?? "")?.description))
        }
        router.post("/sign-in") { request, context in try await mailLink(request, context) }
        router.get("/sign-in/:token") { _, context in
            Response(html: pages.confirmSignIn(try context.parameters.require("token")))
        }
        router.post("/sign-in/:token") { request, context in
            try await signIn(context.parameters.require("token"), request)
        }
        router.post("/sign-out") { request, _ in
            let (_, visitor) = try await checkedForm(of: request)
            try await sessions.end(visitor.token)
            return signedOut
        }
        router.post("/sign-out-everywhere") { request, _ in
            let (_, visitor) = try await checkedForm(of: request)
            if let account = visitor.account { try await sessions.endAll(of: account) }
            return signedOut
        }
    }

    private var signedOut: Response {
        .seeOther("/sign-in", cookies: [cookie(.session, "", lifetime: 0), cookie(.visitor, "", lifetime: 0)])
    }

    /// The organizations of the person with the areas that their roles open, or the only one.
    private func start(_ request: Request, _ context: ServerContext) async throws -> Response {
        let visitor = await visitor(of: request)
        guard let account = visitor.account else { return .seeOther("/sign-in") }
        let links = try await platform.organizations(of: account)
        if links.count == 1 { return .seeOther("/o/\(links[0].slug)") }
        var organizations: [PageContext.Organization] = []
        for link in links { organizations.append(try await menuEntry(link, for: account)) }
        return Response(html: pages.organizations(organizations, formToken: visitor.formToken))
    }

    /// Answers the same for every address, and in the same time, so that nobody learns who has an account.
    private func mailLink(_ request: Request, _ context: ServerContext) async throws -> Response {
        let form = try await fields(of: request)
        let path = LocalPath(form.texts["to"]?.last ?? "")
        guard let address = try? EmailAddress(form.texts["address"]?.last ?? "") else {
            return Response(html: pages.signIn(then: path?.description), status: .badRequest)
        }
        let now = settings.now()
        // The client is asked first. One that is refused must not use up the attempts of others.
        guard await visitorLimit.allows(client(of: request, context), now: now),
            await signInLimit.allows(address.description.lowercased(), now: now)
        else { throw Problem.tooMany }
        settings.inBackground { [self] in
            do {
                guard let account = try await platform.account(address) else { return }
                let token = await sessions.makeLink(to: account, then: path ?? .start, now: now)
                try await settings.mailLink(address, "\(settings.origin)/sign-in/\(token)")
            } catch {
                context.logger.error("a sign-in link was not mailed", metadata: ["error": "\(type(of: error))"])
            }
        }
        return Response(html: pages.mailed())
    }

    private func signIn(_ link: String, _ request: Request) async throws -> Response {
        guard let (token, path) = try await sessions.signIn(link, now: settings.now()) else {
            throw Problem(
                status: .gone, title: "The link no longer works",
                text: "It was used, or is older than fifteen minutes. Ask for another one.")
        }
        // The session and the forms from before belong to somebody else, or to nobody.
        let former = await visitor(of: request)
        if former.account != nil { try await sessions.end(former.token) }
        return .seeOther(path.description, cookies: [cookie(.session, token), cookie(.visitor, "", lifetime: 0)])
    }
}
