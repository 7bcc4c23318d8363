import Atrium
import AtriumSurfaces
import Hummingbird
import Logging
import SurfacePages

extension SurfaceServer {
    func addSignIn(to router: Router<ServerContext>) {
        router.get("/") { request, context in try await start(request, context) }
        router.get("/sign-in") { request, context in
            let path = try FormInput(query: request.uri.query ?? "").texts["to"]?.last
            return await signInPage(request, context, then: LocalPath(path ?? ""))
        }
        router.post("/sign-in") { request, context in try await mailLink(request, context) }
        router.get("/sign-in/:token") { request, context in
            let token = try context.parameters.require("token")
            let link = try await openLink(token)
            let visitor = await visitor(of: request)
            let page = pages(for: request, context).confirmSignIn(
                token, formToken: visitor.formToken, asksAddress: !link.isOf(visitor.formToken))
            return response(page, for: visitor)
        }
        router.post("/sign-in/:token") { request, context in
            try await signIn(context.parameters.require("token"), request, context)
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
        return Response(html: pages(for: request, context).organizations(organizations, formToken: visitor.formToken))
    }

    private func signInPage(
        _ request: Request, _ context: ServerContext, then path: LocalPath?, refused: String? = nil
    ) async -> Response {
        let visitor = await visitor(of: request)
        let page = pages(for: request, context).signIn(
            then: path?.description, formToken: visitor.formToken, refused: refused)
        return response(page, for: visitor, status: refused == nil ? .ok : .badRequest)
    }

    /// Answers the same for every address, and in the same time, so that nobody learns who has an account.
    private func mailLink(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (now, client) = (settings.now(), client(of: request, context))
        // The client is counted first, before its form is read. One that is refused must not use up the attempts of others.
        try await visitorLimit.count(client, now: now)
        let (form, visitor) = try await checkedForm(of: request)
        let path = LocalPath(form.texts["to"]?.last ?? "")
        let text = form.texts["address"]?.last ?? ""
        guard let address = try? EmailAddress(text) else {
            return await signInPage(request, context, then: path, refused: String(text.prefix(200)))
        }
        // A client alone cannot keep a person from getting a link, and all clients together cannot flood a mailbox.
        let addressed = address.description.lowercased()
        try await signInLimit.count("\(addressed) \(client)", now: now)
        try await mailboxLimit.count(addressed, now: now)
        let language = language(of: request)
        settings.inBackground { [self] in
            do {
                guard let account = try await platform.account(address) else { return }
                let token = await sessions.makeLink(
                    to: account, at: address, for: visitor.formToken, then: path ?? .start, now: now)
                try await settings.mailLink(
                    address, "\(settings.origin)/sign-in/\(token)", self.language(of: account) ?? language)
            } catch {
                context.logger.error("a sign-in link was not mailed", metadata: ["error": "\(type(of: error))"])
            }
        }
        return Response(html: pages(for: request, context).mailed(to: address.description))
    }

    /// The language that a person has in the first of their organizations; `nil` for a person who has none.
    private func language(of account: AccountID) async throws -> Language? {
        guard let link = try await platform.organizations(of: account).first else { return nil }
        return try await platform.tenant(link.organization).language(as: .member(link.member))
    }

    private func openLink(_ token: String) async throws -> Sessions.Link {
        guard let link = await sessions.link(token, now: settings.now()) else { throw Problem.usedLink }
        return link
    }

    private func signIn(_ token: String, _ request: Request, _ context: ServerContext) async throws -> Response {
        try await visitorLimit.count(client(of: request, context), now: settings.now())
        let (form, former) = try await checkedForm(of: request)
        let link = try await openLink(token)
        guard link.isOf(former.formToken) || link.isTo(form.texts["address"]?.last ?? "") else {
            let page = pages(for: request, context).confirmSignIn(
                token, formToken: former.formToken, asksAddress: true, isWrong: true)
            return Response(html: page, status: .badRequest)
        }
        guard let (session, path) = try await sessions.signIn(token, now: settings.now()) else {
            throw Problem.usedLink
        }
        // The session and the forms from before belong to somebody else, or to nobody.
        if former.account != nil {
            do { try await sessions.end(former.token) } catch {
                context.logger.error(
                    "a former session is not stored as ended", metadata: ["error": "\(type(of: error))"])
            }
        }
        return .seeOther(path.description, cookies: [cookie(.session, session), cookie(.visitor, "", lifetime: 0)])
    }
}

extension Problem {
    fileprivate static let usedLink = Problem(
        status: .gone, title: "The link no longer works",
        text: "It was used, or is older than fifteen minutes. Ask for another one.")
}
