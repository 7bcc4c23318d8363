import Atrium
import AtriumSurfaces
import Foundation
import HTTPTypes
import Hummingbird
import SurfacePages

extension SurfaceServer {
    func addSurfaces(to router: Router<ServerContext>) {
        router.get("/:organization") { request, context in try await enter(request, context) }
        router.get("/:organization/:module/:surface") { request, context in try await show(request, context) }
        router.post("/:organization/:module/:surface") { request, context in try await act(request, context) }
    }

    /// Leads to the first page that the person is offered.
    private func enter(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard let session = await session(of: request) else { return .seeOther("/sign-in") }
        let visit = try await visit(session, context, request: context.id)
        for area in [Area.home, .analytics, .administration] {
            guard let first = try await visit.surfaces.surfaces(in: area).first else { continue }
            return .seeOther("\(visit.context.base)/\(first.path)")
        }
        throw Problem.notFound
    }

    // MARK: - GET

    private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard let session = await session(of: request) else { return .seeOther("/sign-in") }
        let visit = try await visit(session, context, request: settings.randomToken())
        let type = try surface(context)
        guard try visit.surfaces.isPresent(type) else { throw Problem.notFound }
        var input = try FormInput(query: request.uri.query ?? "")
        if let table = type as? any Table.Type {
            if input.texts.removeValue(forKey: "_format") != nil { return try await csv(of: table, input, visit) }
            let cursor = input.texts.removeValue(forKey: "_cursor")?.last
            let trail = input.texts.removeValue(forKey: "_before") ?? []
            return Response(
                html: try await html(of: table, input, PageRequest(cursor: cursor, limit: 50), trail, visit))
        }
        let pages = try await PageRenderer(visit.surfaces, visit.context)
        if let sheet = type as? any Sheet.Type { return Response(html: try await html(of: sheet, input, pages)) }
        guard let act = type as? any Act.Type else { throw Problem.notFound }
        return Response(html: try await opening(of: act, input, pages))
    }

    private func html<T: Table>(
        of type: T.Type, _ input: FormInput, _ page: PageRequest, _ trail: [String], _ visit: Visit
    ) async throws -> String {
        try await PageRenderer(visit.surfaces, visit.context).page(of: T.form.read(input), page, trail: trail)
    }

    private func csv<T: Table>(of type: T.Type, _ input: FormInput, _ visit: Visit) async throws -> Response {
        let download = try await visit.surfaces.csv(of: T.form.read(input))
        let chunks = try download.open()
        return Response(
            status: .ok,
            headers: [
                .contentType: download.mediaType, .contentDisposition: "attachment; filename=\"\(download.name)\"",
            ],
            body: ResponseBody { writer in
                for try await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            })
    }

    private func html<S: Sheet>(of type: S.Type, _ input: FormInput, _ pages: PageRenderer) async throws -> String {
        try await pages.page(of: S.form.read(input))
    }

    private func opening<A: Act>(of type: A.Type, _ input: FormInput, _ pages: PageRenderer) async throws -> String {
        try await pages.page(of: type, ticked(input, type))
    }

    /// The rows that were ticked in a table, as the field of the act that takes them.
    private func ticked<A: Act>(_ input: FormInput, _ type: A.Type) -> FormInput {
        var input = input
        guard let rows = input.texts.removeValue(forKey: "_ticked") else { return input }
        for field in type.form.fields { if case .selection = field.shape { input.texts[field.name] = rows } }
        return input
    }

    // MARK: - POST

    private func act(_ request: Request, _ context: ServerContext) async throws -> Response {
        var input = try await form(of: request)
        let session = try await check(input, of: request)
        guard let type = try surface(context) as? any Act.Type else { throw Problem.notFound }
        let fields = ["_token", "_step", "_stamp", "_request"].map { input.texts.removeValue(forKey: $0)?.last }
        let visit = try await visit(session, context, request: fields[3] ?? settings.randomToken())
        guard try visit.surfaces.isPresent(type) else { throw Problem.notFound }
        return Response(
            html: try await answer(type, input, isConfirmed: fields[1] == "perform", stamp: fields[2], visit))
    }

    private func answer<A: Act>(
        _ type: A.Type, _ input: FormInput, isConfirmed: Bool, stamp: String?, _ visit: Visit
    ) async throws -> String {
        let pages = try await PageRenderer(visit.surfaces, visit.context)
        // Without a stamp nothing was shown. So it is shown first.
        let answer =
            isConfirmed && stamp != nil
            ? try await visit.surfaces.perform(type, input, stamp: stamp)
            : try await visit.surfaces.prepare(type, input)
        switch answer {
        case .invalid(let faults): return try await pages.page(of: type, input, faults: faults)
        case .refused(let words): return try await pages.page(of: type, input, refused: words)
        case .question(let words, let stamp):
            return try await pages.page(of: type, input, Preview(1, words), stamp: stamp, isChanged: false)
        case .preview(let preview, let stamp, let isChanged):
            return try await pages.page(of: type, input, preview, stamp: stamp, isChanged: isChanged)
        case .done(let outcome): return try await pages.page(of: type, outcome)
        }
    }

    // MARK: - Who, and where

    /// A person in an organization.
    private struct Visit {
        let surfaces: SurfaceSession
        let context: PageContext
    }

    /// Throws the same for an organization that does not exist and for one of which the person is no member.
    private func visit(
        _ session: Sessions.Session, _ context: ServerContext, request: String
    ) async throws -> Visit {
        let slug = try context.parameters.require("organization")
        let links = try await platform.organizations(of: session.account)
        guard let own = links.first(where: { "\($0.slug)" == slug }) else { throw Problem.notFound }
        let tenant = try await platform.tenant(own.organization)
        let principal = try await tenant.principal(for: session.account)
        let organization = try await tenant.settings.organization(as: principal)
        let caller = Caller(principal, request: request, now: settings.now(), timeZone: organization.timeZone)
        var page = PageContext(
            organization: own.name, base: "/\(own.slug)", reader: try await platform.account(session.account)?.name,
            formToken: session.formToken)
        page.language = organization.language
        for link in links where link.organization != own.organization {
            page.organizations.append(try await menuEntry(link, for: session.account))
        }
        return Visit(surfaces: SurfaceSession(tenant, catalogue, caller), context: page)
    }

    private func surface(_ context: ServerContext) throws -> any Surface.Type {
        let path = "\(try context.parameters.require("module"))/\(try context.parameters.require("surface"))"
        guard let type = catalogue.surface(path) else { throw Problem.notFound }
        return type
    }
}
