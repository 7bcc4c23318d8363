import Atrium
import AtriumSessions
import AtriumSurfaces
import Hummingbird
import Logging
import SurfacePages

extension SurfaceServer {
    func addSignIn(to router: Router<ServerContext>) {
        router.get("/") { request, context in try await start(request, context) }
        router.get("/sign-in") { request, context in
            let path = try FormInput(query: request.uri.query ?? "").texts["to"]?.last
            return signInPage(request, context, then: LocalPath(path ?? ""))
        }
        router.post("/sign-in") { request, context in try await mailLink(request, context) }
        router.get("/sign-in/:token") { request, context in
            let token = try context.parameters.require("token")
            let visitor = context.visitor
            let link = try await sessions.link(token, in: visitor.formToken)
            let page = pages(for: request, context).confirmSignIn(
                token, formToken: visitor.formToken, asksAddress: link.asksAddress)
            return response(page, for: visitor)
        }
        router.post("/sign-in/:token") { request, context in
            try await signIn(context.parameters.require("token"), request, context)
        }
        router.post("/sign-out") { request, context in
            let session = try await checkedForm(of: request, context).1.session
            if let session { try await sessions.end(session.id, as: session.principal) }
            return signedOut
        }
        router.post("/sign-out-everywhere") { request, context in
            let session = try await checkedForm(of: request, context).1.session
            if let session { try await sessions.endAll(as: session.principal) }
            return signedOut
        }
    }

    private var signedOut: Response {
        .seeOther("/sign-in", cookies: [cookie(.session, "", lifetime: 0), cookie(.visitor, "", lifetime: 0)])
    }

    /// The organizations of the person with the areas that their roles open, or the only one.
    private func start(_ request: Request, _ context: ServerContext) async throws -> Response {
        let visitor = context.visitor
        guard let account = visitor.account else { return .seeOther("/sign-in") }
        let links = try await platform.organizations(of: account)
        if links.count == 1 { return .seeOther("/o/\(links[0].slug)") }
        var organizations: [PageContext.Organization] = []
        for link in links { organizations.append(try await menuEntry(link, for: account)) }
        return Response(html: pages(for: request, context).organizations(organizations, formToken: visitor.formToken))
    }

    private func signInPage(
        _ request: Request, _ context: ServerContext, then path: LocalPath?, refused: String? = nil
    ) -> Response {
        let visitor = context.visitor
        let page = pages(for: request, context).signIn(
            then: path?.description, formToken: visitor.formToken, refused: refused)
        return response(page, for: visitor, status: refused == nil ? .ok : .badRequest)
    }

    /// Answers the same for every address, and in the same time, so that nobody learns who has an account.
    private func mailLink(_ request: Request, _ context: ServerContext) async throws -> Response {
        let source = client(of: request, context)
        // The client is counted first, before its form is read. One that is refused must not use up the attempts of others.
        try await visitorLimit.count(source, now: settings.now())
        let (form, visitor) = try await checkedForm(of: request, context)
        let path = LocalPath(form.texts["to"]?.last ?? "")
        let text = form.texts["address"]?.last ?? ""
        guard let address = try? EmailAddress(text) else {
            return signInPage(request, context, then: path, refused: String(text.prefix(200)))
        }
        try await sessions.requestLink(
            LinkRequest(
                address: address, browser: visitor.formToken, destination: (path ?? .start).description,
                language: language(of: request).tag, source: source))
        return Response(html: pages(for: request, context).mailed(to: address.description))
    }

    private func signIn(_ token: String, _ request: Request, _ context: ServerContext) async throws -> Response {
        let source = client(of: request, context)
        try await visitorLimit.count(source, now: settings.now())
        let (form, former) = try await checkedForm(of: request, context)
        let attempt = SignInAttempt(
            browser: former.formToken, address: form.texts["address"]?.last,
            device: DeviceName.of(request.headers[.userAgent] ?? ""), source: source)
        let (issued, destination): (IssuedSession, String)
        do { (issued, destination) = try await sessions.signIn(token, from: attempt) } catch SessionError.otherAddress {
            let page = pages(for: request, context).confirmSignIn(
                token, formToken: former.formToken, asksAddress: true, isWrong: true)
            return Response(html: page, status: .badRequest)
        }
        // The session from before belongs to somebody else, or is replaced.
        if let session = former.session {
            do { try await sessions.end(session.id, as: session.principal) } catch {
                context.logger.error("a former session did not end", metadata: ["error": "\(type(of: error))"])
            }
        }
        let path = LocalPath(destination) ?? .start
        let cookie = self.cookie(of: issued.session, issued.token)
        return .seeOther(path.description, cookies: [cookie, self.cookie(.visitor, "", lifetime: 0)])
    }
}
