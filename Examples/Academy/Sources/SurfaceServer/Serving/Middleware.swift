import Atrium
import HTTPTypes
import Hummingbird
import Logging
import Metrics
import SurfaceAPI
import SurfacePages

/// Makes an answer of every error. Of a fault of the program people see an id only; the log has the id and the type.
struct Problems: RouterMiddleware {
    let server: SurfaceServer

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as Elsewhere {
            guard error.keepsForm, request.method == .post else { return .seeOther(error.path) }
            return Response(status: .temporaryRedirect, headers: [.location: error.path])
        } catch {
            if let problem = Problem(error) { return response(problem, to: request, context) }
            context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            let text: Words = "The fault is ours. If it comes again, tell us its id: \("\(context.id)")."
            return response(
                Problem(status: .internalServerError, title: "Something went wrong", text: text), to: request, context)
        }
    }

    private func response(_ problem: Problem, to request: Request, _ context: ServerContext) -> Response {
        var response =
            request.uri.path.hasPrefix("/api/")
            ? Response(APIAnswer.problem(problem.status.code, "\(problem.title)", "\(problem.text)"))
            : Response(
                html: server.pages(for: request, context).message(problem.title, problem.text), status: problem.status)
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        // The answer to HEAD has no body, also where no page is.
        if request.method == .head { response.body = ResponseBody() }
        return response
    }
}

/// Looks up who sent a request, and gives the browser the token that a session gets from time to time.
struct Visitors: RouterMiddleware {
    let server: SurfaceServer

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        // Programs send no cookie, and what is the same for everybody needs none.
        let path = request.uri.path
        if path.hasPrefix("/api/") || ["/style.css", "/livez", "/readyz"].contains(path) {
            return try await next(request, context)
        }
        let (visitor, replacement) = try await server.visitor(of: request)
        var context = context
        context.visitor = visitor
        var response = try await next(request, context)
        if let session = visitor.session, let replacement, response.headers[.setCookie] == nil {
            response.headers[.setCookie] = server.cookie(of: session, replacement)
        }
        return response
    }
}

/// Tells browsers what pages may do: no script, nothing from elsewhere, and no frame.
///
/// Source: https://www.w3.org/TR/CSP3/
struct SecurityHeaders: RouterMiddleware {
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "form-action 'self'",
        "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    let isSecure: Bool

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // With `no-referrer`, browsers would hide the origin of forms too.
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

/// Refuses a POST that a browser sends from another site. Programs send a token, which no browser adds by itself.
struct OriginCheck: RouterMiddleware {
    let origin: String

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let isSafe = request.method == .get || request.method == .head || request.uri.path.hasPrefix("/api/")
        guard isSafe || request.headers[.origin] == origin else { throw Problem.foreignForm }
        return try await next(request, context)
    }
}

/// Logs and measures each request by organization and surface. Neither the address nor anything of a person is logged.
struct RequestLog: RouterMiddleware {
    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let organization = context.place.organization.map { "\($0)" } ?? "-"
        let surface = context.place.surface ?? context.endpointPath ?? "-"
        let module = context.place.surface.map { String($0.prefix { $0 != "/" }) } ?? "-"
        Metrics.Timer(
            label: "academy_request_seconds",
            dimensions: [
                ("organization", organization), ("module", module),
                ("method", [.get, .head, .post].contains(request.method) ? request.method.rawValue : "other"),
                ("status", "\(response.status.code)"),
            ]
        ).recordNanoseconds(Int64(duration / .nanoseconds(1)))
        context.logger.info(
            "request",
            metadata: [
                "organization": "\(organization)", "surface": "\(surface)", "method": "\(request.method)",
                "status": "\(response.status.code)", "ms": "\(Int(duration / .milliseconds(1)))",
            ])
        return response
    }
}
