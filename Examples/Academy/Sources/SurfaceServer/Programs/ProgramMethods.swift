import Atrium
import AtriumSurfaces
import HTTPTypes
import Hummingbird
import SurfaceAPI

/// Tells programs with which methods a surface is asked, if they use another one.
///
/// Source: RFC 9110, section 15.5.6
struct ProgramMethods: RouterMiddleware {
    let catalogue: SurfaceCatalogue

    func handle(
        _ request: Request, context: ServerContext, next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let methods = methods(of: request.uri.path)
        guard !methods.isEmpty, !methods.contains(request.method) else { return try await next(request, context) }
        let names = methods.map(\.rawValue).joined(separator: ", ")
        var response = Response(.problem(405, "The method is unknown here", "Send \(names)."))
        response.headers[.allow] = names
        return response
    }

    /// The methods of an address of the interface; none for any other address.
    private func methods(of path: String) -> [HTTPRequest.Method] {
        guard path.hasPrefix("/api/v1/") else { return [] }
        let words = path.split(separator: "/").dropFirst(2)
        if words == ["openapi.json"] { return [.get, .head] }
        guard let type = catalogue.surface(words.prefix(2).joined(separator: "/")) else { return [] }
        let isAct = type is any Act.Type
        switch words.dropFirst(2) {
        case []: return isAct ? [.post] : [.get, .head]
        case ["preview"] where isAct: return [.post]
        default: return []
        }
    }
}
