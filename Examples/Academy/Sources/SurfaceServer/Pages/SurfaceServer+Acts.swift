import Atrium
import AtriumSurfaces
import HTTPTypes
import Hummingbird
import SurfacePages

extension SurfaceServer {
    /// Shows what an act would do, or does it. A person who confirms is led to the page of the result, which can be loaded
    /// again, and which is found again after it was left.
    func act(_ request: Request, _ context: ServerContext) async throws -> Response {
        // A client that is not signed in is counted before its form is read.
        if await visitor(of: request).account == nil {
            guard await visitorLimit.allows(client(of: request, context), now: settings.now()) else {
                throw Problem.tooMany
            }
        }
        var (input, _) = try await checkedForm(of: request, takesFiles: takesFiles(context))
        let fields = ["_step", "_stamp", "_request"].map { input.texts.removeValue(forKey: $0)?.last }
        let visit = try await visit(request, context, id: fields[2] ?? settings.randomToken())
        guard let type = try surface(context, in: visit.surfaces) as? any Act.Type else { throw Problem.notFound }
        return try await answering(visit) {
            // To a guest, an act that no link opens is like one that does not exist, also before anything is filled in.
            if visit.isGuest, let obstacle = try await visit.surfaces.obstacles(to: [type])[0] { throw obstacle }
            // Without a stamp nothing was shown. So it is shown first.
            if fields[0] == "perform", let stamp = fields[1] { return try await perform(type, input, stamp, visit) }
            return try await response(to: visit.surfaces.prepare(type, input), type, input, visit, isConfirmed: false)
        }
    }

    /// Whether the act of an address takes a file.
    private func takesFiles(_ context: ServerContext) throws -> Bool {
        func hasFile<S: Surface>(_ type: S.Type) -> Bool { S.form.fields.contains { $0.shape == .file } }
        let path = "\(try context.parameters.require("module"))/\(try context.parameters.require("surface"))"
        return catalogue.surface(path).map { hasFile($0) } ?? false
    }

    private func perform<A: Act>(
        _ type: A.Type, _ input: FormInput, _ stamp: String, _ visit: Visit
    ) async throws -> Response {
        let isNew: Bool
        do { isNew = try await acts.start(type, input, stamp: stamp, in: visit.surfaces) } catch {
            guard let words = SurfaceSession.explanation(of: error) else { throw error }
            return try await response(to: .refused(words), type, input, visit)
        }
        switch await acts.state(of: type, in: visit.surfaces, patience: settings.patience) {
        case .ended(.done(let outcome)):
            if let response = try await joined(outcome, visit, isNew: isNew) { return response }
            return .seeOther(visit.path(of: type, ["_running": [visit.surfaces.caller.request]]))
        case .ended(let answer): return try await response(to: answer, type, input, visit)
        case .running: return .seeOther(visit.path(of: type, ["_running": [visit.surfaces.caller.request]]))
        case .failed(let error): throw error
        case nil: throw Problem.notFound
        }
    }

    private func response<A: Act>(
        to answer: Answer, _ type: A.Type, _ input: FormInput, _ visit: Visit, isConfirmed: Bool = true
    ) async throws -> Response {
        let pages = try await renderer(of: visit)
        let html =
            switch answer {
            case .invalid(let faults): try await pages.page(of: type, input, faults: faults)
            case .refused(let words): try await pages.page(of: type, input, refused: words)
            case .question(let words, let stamp):
                // A question after a confirmation means that something else was confirmed.
                try await pages.page(of: type, input, Preview(1, words), stamp: stamp, isChanged: isConfirmed)
            case .preview(let preview, let stamp, let isChanged):
                try await pages.page(of: type, input, preview, stamp: stamp, isChanged: isChanged)
            case .done(let outcome): try await pages.page(of: type, outcome)
            }
        return visit.response(html, self)
    }

    /// The page of an act that runs, or that ended a short time ago.
    func progress<A: Act>(of type: A.Type, _ download: String?, _ visit: Visit) async throws -> Response {
        let pages = try await renderer(of: visit)
        switch await acts.state(of: type, in: visit.surfaces) {
        case .running(let done, let total):
            var response = visit.response(try await pages.page(of: type, done: done, of: total), self)
            if let name = HTTPField.Name("Refresh") { response.headers[name] = "2" }
            return response
        case .ended(.done(let outcome)):
            if download != nil, let file = outcome.download { return try Response(download: file) }
            return try await response(to: .done(outcome), type, FormInput(), visit)
        case .ended(let answer): return try await response(to: answer, type, FormInput(), visit)
        case .failed(let error): throw error
        case nil:
            throw Problem(
                status: .gone, title: "The result is no longer here",
                text: "It ended more than an hour ago, or the server was started again. What was done stays.")
        }
    }

    /// Leads a guest who has become a member into the organization; `nil` for everybody else.
    ///
    /// Only the run itself signs in. The same form, sent again later from the same browser, does not.
    private func joined(_ outcome: Outcome, _ visit: Visit, isNew: Bool) async throws -> Response? {
        guard visit.isGuest, let account = outcome.signsIn ?? visit.visitor.account else { return nil }
        if outcome.signsIn != nil, !isNew { return .seeOther("/sign-in") }
        let links = try await platform.organizations(of: account)
        guard let link = links.first(where: { $0.organization == visit.surfaces.tenant.id }) else { return nil }
        var cookies: [String] = []
        if outcome.signsIn != nil {
            cookies = [
                cookie(.session, try await sessions.start(for: account, now: settings.now())),
                cookie(.visitor, "", lifetime: 0),
            ]
        }
        return .seeOther("/o/\(link.slug)", cookies: cookies)
    }
}
