import Atrium
import AtriumSurfaces
import HTTPTypes
import Hummingbird
import SurfacePages

extension SurfaceServer {
    func addPages(to router: Router<ServerContext>) {
        router.get("/o/:organization") { request, context in try await enter(request, context) }
        router.get("/o/:organization/:module/:surface") { request, context in
            try await turnstile.pass { try await lookingUp(request, context) { try await show(request, context) } }
        }
        router.post("/o/:organization/:module/:surface") { request, context in try await act(request, context) }
        for address in settings.publicAddresses {
            router.get("/\(address.word)/:text") { _, context in
                let text = try context.parameters.require("text")
                guard let organization = address.organization(text) else { throw Problem.notFound }
                let query = FormInput([address.field: [text]]).query
                return Response.seeOther("/o/\(organization)/\(address.surface)?\(query)")
            }
        }
        for file in settings.publicFiles {
            router.get("/\(file.path)/:text") { request, context in
                try await lookingUp(request, context) {
                    let tenant = try await platform.tenant(ofToken: context.parameters.require("text"))
                    context.place.note(tenant.id)
                    return try await Response(download: file.read(tenant, context.parameters.require("text")))
                }
            }
        }
    }

    /// Runs what anybody may ask. A client that asks too often for what does not exist has to wait.
    private func lookingUp(
        _ request: Request, _ context: ServerContext, _ body: () async throws -> Response
    ) async throws -> Response {
        guard context.visitor.account == nil else { return try await body() }
        let client = client(of: request, context)
        try await lookupLimit.check(client, now: settings.now())
        do { return try await body() } catch {
            if Problem(error)?.status == .notFound { try await lookupLimit.count(client, now: settings.now()) }
            throw error
        }
    }

    /// Leads to the first page that the person is offered. People who look after others begin with the figures,
    /// because their own home may be empty.
    private func enter(_ request: Request, _ context: ServerContext) async throws -> Response {
        let visit = try await visit(request, context, id: settings.randomToken())
        let areas = try await visit.surfaces.surfaces(in: [.administration, .home, .analytics])
        guard let first = areas.reversed().joined().first else { throw Problem.notFound }
        return .seeOther("\(visit.page.base)/\(first.path)")
    }

    private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var input = try FormInput(query: request.uri.query ?? "")
        let query = PageQuery(takenFrom: &input)
        let visit = try await visit(request, context, id: query.running ?? settings.randomToken())
        let type = try surface(context, in: visit.surfaces)
        return try await answering(visit) {
            if let act = type as? any Act.Type {
                if query.running != nil {
                    return try await progress(of: act, query.download, visit, isHead: request.method == .head)
                }
                return try await opening(of: act, input, visit)
            }
            if let table = type as? any Table.Type {
                if query.format == "csv" { return try await csv(of: table, input, visit) }
                return try await response(html(of: table, input, query, visit), for: visit.visitor)
            }
            guard let sheet = type as? any Sheet.Type else { throw Problem.notFound }
            if let name = query.download { return try await download(name, of: sheet, input, visit) }
            return try await response(html(of: sheet, input, visit), for: visit.visitor)
        }
    }

    private func html<T: Table>(
        of type: T.Type, _ input: FormInput, _ query: PageQuery, _ visit: Visit
    ) async throws -> String {
        try await renderer(of: visit).page(
            of: T.form.read(input), PageRequest(cursor: query.cursor, limit: 50), trail: query.trail)
    }

    private func html<S: Sheet>(of type: S.Type, _ input: FormInput, _ visit: Visit) async throws -> String {
        try await renderer(of: visit).page(of: S.form.read(input))
    }

    /// The form of an act, or its confirmation if there is nothing to fill in.
    private func opening<A: Act>(of type: A.Type, _ input: FormInput, _ visit: Visit) async throws -> Response {
        let pages = try await renderer(of: visit)
        let input = try await pages.opening(of: type, ticked(input, type))
        guard pages.asksNothing(type, input) else {
            return response(try await pages.page(of: type, input), for: visit.visitor)
        }
        return try await response(
            to: visit.surfaces.prepare(type, input), type, input, visit, isConfirmed: false)
    }

    /// The rows that were ticked in a table, as the field of the act that takes them.
    private func ticked<A: Act>(_ input: FormInput, _ type: A.Type) -> FormInput {
        var input = input
        guard let rows = input.texts.removeValue(forKey: "_ticked") else { return input }
        for field in type.form.fields { if case .selection = field.shape { input.texts[field.name] = rows } }
        return input
    }

    // MARK: - Files

    private func csv<T: Table>(of type: T.Type, _ input: FormInput, _ visit: Visit) async throws -> Response {
        try await Response(download: visit.surfaces.csv(of: T.form.read(input)))
    }

    /// A file of a sheet.
    private func download<S: Sheet>(
        _ name: String, of type: S.Type, _ input: FormInput, _ visit: Visit
    ) async throws -> Response {
        for case .download(let download) in try await visit.surfaces.blocks(of: S.form.read(input))
        where download.name == name {
            return try Response(download: download)
        }
        throw Problem.notFound
    }
}

/// What an address says besides the fields of its surface.
private struct PageQuery {
    /// The request of an act that runs or has ended.
    let running: String?
    /// Where the page of a table starts, and where the pages before it did.
    let cursor: String?
    let trail: [String]
    /// The name of a file.
    let download: String?
    /// `csv` for a table as a file.
    let format: String?

    init(takenFrom input: inout FormInput) {
        func taken(_ name: String) -> String? { input.texts.removeValue(forKey: name)?.last }
        (running, cursor, download, format) = (
            taken("_running"), taken("_cursor"), taken("_download"), taken("_format")
        )
        trail = input.texts.removeValue(forKey: "_before") ?? []
    }
}

extension Response {
    /// A file that the browser stores and does not show. So a drawing or a page in it can do nothing here.
    init(download: Download) throws {
        let chunks = try download.open()
        let name = String(
            download.name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
        self.init(
            status: .ok,
            headers: [
                .contentType: download.mediaType, .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                for try await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            })
    }
}
