import Atrium
import AtriumSurfaces
import Foundation
import HTTPTypes
import Hummingbird
import SurfaceAPI
import SurfacePages

extension SurfaceServer {
    /// The interface for programs. Its tokens name the organization.
    func addPrograms(to router: Router<ServerContext>) {
        guard settings.programPrincipal != nil else { return }
        let document = Response(APIAnswer(OpenAPIDocument(catalogue, title: settings.product)))
        router.get("/api/v1/openapi.json") { _, _ in document }
        router.get("/api") { request, context in
            Response(html: pages(for: request, context).programs(catalogue, address: "\(settings.origin)/api/v1"))
        }
        router.get("/api/v1/:module/:surface") { request, context in try await answer(request, context) }
        router.post("/api/v1/:module/:surface") { request, context in
            try await perform(request, context, isPreview: false)
        }
        router.post("/api/v1/:module/:surface/preview") { request, context in
            try await perform(request, context, isPreview: true)
        }
    }

    private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (renderer, type) = try await program(request, context)
        return try await Response(renderer.get(type, FormInput(query: request.uri.query ?? "")))
    }

    private func perform(_ request: Request, _ context: ServerContext, isPreview: Bool) async throws -> Response {
        let (renderer, type) = try await program(request, context)
        let parameters = try FormInput(query: request.uri.query ?? "").texts
        guard parameters.keys.allSatisfy({ $0 == "stamp" }) else {
            throw Problem(
                status: .badRequest, title: "A parameter is unknown",
                text: "An act has one parameter, stamp. Its fields are in the body.")
        }
        let stamp = parameters["stamp"]?.last
        let owner = settings.randomToken()
        let account = "\(context.place.organization.map { "\($0)" } ?? "") \(renderer.principal)"
        let body = try await body(of: request, owner: owner, account: account)
        do {
            let answer =
                if Self.key(of: request) != nil, !isPreview {
                    try await renderer.post(type, body, stamp: stamp, among: acts, patience: settings.patience) {
                        await uploads.removeAll(of: owner)
                    }
                } else { try await renderer.post(type, body, isPreview: isPreview, stamp: stamp) }
            if !answer.holdsBody { await uploads.removeAll(of: owner) }
            return Response(answer)
        } catch {
            await uploads.removeAll(of: owner)
            throw error
        }
    }

    /// What names a request that may be sent again.
    private static func key(of request: Request) -> String? {
        HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
    }

    /// Who asks for what. Without a token that opens something, nobody learns which surfaces an organization has.
    private func program(
        _ request: Request, _ context: ServerContext
    ) async throws -> (APIRenderer, any Surface.Type) {
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw Problem.unauthorized }
        let token = String(words[1])
        let tenant: Tenant
        do { tenant = try await platform.tenant(ofToken: token) } catch is OrganizationError {
            throw Problem.unauthorized
        }
        guard let principal = try await settings.programPrincipal?(tenant, token) else { throw Problem.unauthorized }
        context.place.note(tenant.id)
        let key = Self.key(of: request)
        guard (key ?? "-").utf8.count <= 200 else {
            throw Problem(
                status: .badRequest, title: "The idempotency key is too long", text: "It has at most 200 bytes.")
        }
        // The zone says when a day begins. A token needs no permission for that.
        let zone: TimeZone? =
            if let member = principal.member {
                try? await tenant.settings.organization(as: .member(member)).timeZone
            } else { nil }
        let caller = Caller(
            principal, request: key ?? settings.randomToken(), now: settings.now(), timeZone: zone ?? .gmt)
        let session = SurfaceSession(tenant, catalogue, caller)
        return (APIRenderer(session), try surface(context, in: session))
    }

    /// The fields of an act: an object of JSON, or a form with files.
    private func body(of request: Request, owner: String, account: String) async throws -> APIBody {
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("multipart/form-data") {
            var form = try await form(of: request, owner: owner, account: account, isProgram: true)
            // The names under which a page would send the files again.
            form.texts = form.texts.filter { !$0.key.hasPrefix(PageRenderer.filePrefix) }
            return .form(form)
        }
        guard type.hasPrefix("application/json") else {
            throw Problem(
                status: .unsupportedMediaType, title: "The body has another type",
                text: "Send application/json, or multipart/form-data with a file.")
        }
        let body = try await self.body(of: request, upTo: 1 << 20)
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body.readableBytesView)) else {
            throw Problem(
                status: .badRequest, title: "The body is not JSON", text: "Send an object with the fields of the act.")
        }
        return .json(value)
    }
}

extension Response {
    init(_ answer: APIAnswer) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(answer.body)) ?? Data()
        let type = answer.status >= 400 ? "application/problem+json" : "application/json"
        var headers: HTTPFields = [.contentType: type]
        if answer.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        self.init(
            status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
