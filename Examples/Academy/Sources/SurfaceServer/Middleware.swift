import HTTPTypes
import Hummingbird
import Logging
import SurfacePages

/// Makes an answer of every error. Of a fault of the program people see an id only; the log has the id and the type.
struct ProblemPages: RouterMiddleware {
    let pages: PlainPages

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            if let problem = Problem(error) {
                return Response(html: pages.problem(problem.title, problem.text), status: problem.status)
            }
            context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            let text = "The fault is ours. If it comes again, tell us its id: \(context.id)."
            return Response(html: pages.problem("Something went wrong", text), status: .internalServerError)
        }
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

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // With `no-referrer`, browsers would hide the origin of forms too.
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

/// Refuses a POST that a browser sends from another site.
struct OriginCheck: RouterMiddleware {
    let origin: String

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || request.headers[.origin] == origin else {
            throw Problem.foreignForm
        }
        return try await next(request, context)
    }
}
