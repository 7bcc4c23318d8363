public import HTTPTypes

/// What people do in a browser, and what programs do.
extension ServerClient {
    /// What a page has not, although it should.
    struct Missing: Error { let what: String }

    public func get(_ path: String, _ cookie: String? = nil) async throws -> ServerAnswer {
        try await send(.get, path, cookie.map { [.cookie: $0] } ?? [:])
    }

    public func post(
        _ path: String, _ form: String, _ cookie: String? = nil, origin: String? = ServerClient.origin,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> ServerAnswer {
        var headers: HTTPFields = [.contentType: type]
        if let cookie { headers[.cookie] = cookie }
        if let origin { headers[.origin] = origin }
        return try await send(.post, path, headers, body: form)
    }

    /// Sends a request of a program.
    public func call(
        _ method: HTTPRequest.Method, _ path: String, token: String?, _ body: String? = nil, key: String? = nil
    ) async throws -> ServerAnswer {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await send(method, "/api/v1/\(path)", headers, body: body)
    }

    // MARK: - Signing in

    /// Opens the form of a page as somebody who is not signed in. Returns the cookie, and the form's token as a field.
    public func open(_ path: String, _ cookie: String? = nil) async throws -> (cookie: String, token: String) {
        let page = try await get(path, cookie)
        guard let cookie = page.newCookie ?? cookie, let token = page.hidden("_token") else {
            throw Missing(what: "the form of \(path)")
        }
        return (cookie, "_token=\(token)")
    }

    /// Asks for a link. Returns the path of the mailed link, and the cookie of the browser that asked.
    public func askForLink(
        _ address: String, to path: String = "", cookie: String? = nil
    ) async throws -> (path: String, cookie: String) {
        let (cookie, token) = try await open("/sign-in", cookie)
        _ = try await post("/sign-in", "address=\(address)&to=\(path)&\(token)", cookie)
        guard let link = try await links().last else { throw Missing(what: "a link in the mail") }
        return (String(link.dropFirst(Self.origin.count)), cookie)
    }

    /// Follows a link and confirms it.
    public func follow(_ link: (path: String, cookie: String), _ fields: String = "") async throws -> ServerAnswer {
        let (cookie, token) = try await open(link.path, link.cookie)
        return try await post(link.path, "\(token)&\(fields)", cookie)
    }

    /// Signs in with the mailed link, and returns the cookie.
    public func signIn(_ address: String) async throws -> String {
        let answer = try await follow(askForLink(address))
        guard answer.status == .seeOther, let cookie = answer.newCookie else { throw Missing(what: "a session") }
        return cookie
    }

    /// Opens the page of an act with `offered`, which a place fills in, and fills in `fields`. Shows what the act would do, if
    /// its page asks for that. Returns what the form with which it is done sends.
    public func confirmation(
        _ path: String, _ fields: String, offered: String = "", _ cookie: String
    ) async throws -> String {
        let (form, page) = try await fill(path, fields, offered, cookie)
        if page.hidden("_stamp") != nil { return try confirmation(of: form, page) }
        guard page.text.contains(">Preview</button>") else { return form }
        return try confirmation(of: form, await post(path, form, cookie))
    }

    /// What the form sends with which an act is done that a page shows.
    public func confirmation(of form: String, _ page: ServerAnswer) throws -> String {
        guard let stamp = page.hidden("_stamp"), let request = page.hidden("_request") else {
            throw Missing(what: "a confirmation in: \(page.text)")
        }
        let fields = form.replacing("_step=prepare", with: "_step=perform")
        return "\(fields)&_stamp=\(stamp)&_request=\(request)"
    }

    /// Opens the form of an act, fills it in and sends it.
    public func prepare(
        _ path: String, _ fields: String, offered: String = "", _ cookie: String
    ) async throws -> (form: String, page: ServerAnswer) {
        let form = try await fill(path, fields, offered, cookie).form
        return (form, try await post(path, form, cookie))
    }

    private func fill(
        _ path: String, _ fields: String, _ offered: String, _ cookie: String
    ) async throws -> (form: String, page: ServerAnswer) {
        let page = try await get("\(path)?\(offered)", cookie)
        guard let token = page.hidden("_token") else { throw Missing(what: "the form of \(path): \(page.text)") }
        let identity = page.hidden("_form").map { "&_form=\($0)" } ?? ""
        return ("\(fields)&\(offered)&_token=\(token)\(identity)&_step=prepare", page)
    }
}
