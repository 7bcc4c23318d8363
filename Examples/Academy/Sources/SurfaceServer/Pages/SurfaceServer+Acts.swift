import Atrium
import AtriumSessions
import AtriumSurfaces
import HTTPTypes
import Hummingbird
import SurfacePages

extension SurfaceServer {
    /// Shows what an act would do, or does it. A person who confirms is led to the page of the result, which can be loaded
    /// again, and which is found again after it was left.
    func act(_ request: Request, _ context: ServerContext) async throws -> Response {
        // A client that is not signed in is counted before its form is read.
        if context.visitor.account == nil {
            try await visitorLimit.count(client(of: request, context), now: settings.now())
        }
        // A file is taken only from people who may do the act.
        let takesFiles = try takesFiles(context)
        if takesFiles { try await requireOffer(request, context) }
        var (input, _) = try await checkedForm(of: request, context, takesFiles: takesFiles)
        let step = ActStep(takenFrom: &input)
        let visit = try await visit(request, context, id: step.request ?? identity(of: input, from: step.form))
        guard let type = try surface(context, in: visit.surfaces) as? any Act.Type else { throw Problem.notFound }
        input = known(input, of: type)
        return try await answering(visit) {
            // To a guest, an act that no link opens is like one that does not exist, also before anything is filled in.
            if visit.isGuest || step.name == "change",
                let obstacle = try await visit.surfaces.obstacles(to: [type])[0]
            {
                throw obstacle
            }
            if step.name == "change" {
                return try await response(renderer(of: visit).page(of: type, input), for: visit.visitor)
            }
            // Without a stamp nothing was shown. So it is shown first.
            if step.name == "perform", let stamp = step.stamp { return try await perform(type, input, stamp, visit) }
            let answer = try await visit.surfaces.prepare(type, input)
            // What asks nothing and ends nothing is done at once.
            if case .question(let words, let stamp) = answer, words.isEmpty, !type.isDestructive {
                return try await perform(type, input, stamp, visit)
            }
            return try await response(to: answer, type, input, visit, isConfirmed: false)
        }
    }

    /// The identity of the request of a form: the same if the form is sent again with the same input, and another one if people
    /// go back and change it.
    private func identity(of input: FormInput, from form: String?) -> String {
        guard let form else { return settings.randomToken() }
        return Secret.text(ofDigest: "\(form)\n\(input.query)")
    }

    private func requireOffer(_ request: Request, _ context: ServerContext) async throws {
        let visit = try await visit(request, context, id: "")
        let type = try surface(context, in: visit.surfaces)
        try await answering(visit) {
            if let obstacle = try await visit.surfaces.obstacles(to: [type])[0] { throw obstacle }
        }
    }

    /// Whether the act of an address takes a file.
    private func takesFiles(_ context: ServerContext) throws -> Bool {
        let path = "\(try context.parameters.require("module"))/\(try context.parameters.require("surface"))"
        return catalogue.surface(path).map { hasFile($0) } ?? false
    }

    /// The fields of the act, and those of its page. Nothing else is kept.
    private func known<S: Surface>(_ input: FormInput, of type: S.Type) -> FormInput {
        let names = Set(S.form.fields.map(\.name))
        var input = input
        let files = Set(names.map { PageRenderer.filePrefix + $0 })
        input.texts = input.texts.filter { names.union(files).contains($0.key) || $0.key == PageRenderer.aboutField }
        return input
    }

    private func hasFile<S: Surface>(_ type: S.Type) -> Bool { S.form.fields.contains { $0.shape == .file } }

    private func perform<A: Act>(
        _ type: A.Type, _ input: FormInput, _ stamp: String, _ visit: Visit
    ) async throws -> Response {
        let result = visit.path(of: type, ["_running": [visit.surfaces.caller.request]])
        // The file of a form that comes again is gone, if its act is done.
        if hasFile(type), input.files.isEmpty, case .ended(.done, _) = await acts.state(of: type, in: visit.surfaces) {
            return .seeOther(result)
        }
        // Files are needed until the act is done. Then their form need not be sent again.
        let ids = input.texts.filter { $0.key.hasPrefix(PageRenderer.filePrefix) }.flatMap(\.value)
        let owner = visit.visitor.formToken
        do {
            try await acts.start(type, input, stamp: stamp, in: visit.surfaces) { state in
                guard case .ended(.done, _) = state else { return }
                for id in ids { await uploads.remove(id, of: owner) }
            }
        } catch {
            guard let words = SurfaceSession.explanation(of: error) else { throw error }
            return try await response(to: .refused(words), type, input, visit)
        }
        switch await state(of: type, visit) {
        case .ended(.done(let outcome), _):
            if let response = try await next(after: outcome, type, visit) { return response }
            // A guest has seen the outcome's secret now. There is no other page for it.
            return visit.isGuest ? try await response(to: .done(outcome), type, input, visit) : .seeOther(result)
        case .ended(let answer, _): return try await response(to: answer, type, input, visit)
        case .running: return .seeOther(result)
        case .failed(let error): throw error
        case nil: throw Problem.notFound
        }
    }

    /// A guest is signed in with the answer. Everybody else sees what is given once on the page of the result.
    private func state<A: Act>(of type: A.Type, _ visit: Visit) async -> RunningActs.State? {
        visit.isGuest
            ? await acts.take(type, in: visit.surfaces, patience: settings.patience)
            : await acts.state(of: type, in: visit.surfaces, patience: settings.patience)
    }

    func response<A: Act>(
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
        return response(html, for: visit.visitor)
    }

    /// The page of an act that runs, or that ended a short time ago.
    func progress<A: Act>(
        of type: A.Type, _ download: String?, _ visit: Visit, isHead: Bool
    ) async throws -> Response {
        let pages = try await renderer(of: visit)
        // The answer to HEAD shows nothing, so it takes nothing.
        switch isHead ? await acts.state(of: type, in: visit.surfaces) : await acts.take(type, in: visit.surfaces) {
        case .running(let done, let total):
            var response = response(try await pages.page(of: type, done: done, of: total), for: visit.visitor)
            if let name = HTTPField.Name("Refresh") { response.headers[name] = "2" }
            return response
        case .ended(.done(let outcome), let input):
            if download != nil, let file = outcome.download { return try Response(download: file) }
            if let response = try await next(after: outcome, type, visit) { return response }
            return try await response(to: .done(outcome), type, input, visit)
        case .ended(let answer, let input): return try await response(to: answer, type, input, visit)
        case .failed(let error): throw error
        case nil:
            throw Problem(
                status: .gone, title: "The result is no longer here",
                text: "It ended more than an hour ago, or the server was started again. What was done stays.")
        }
    }

    /// Where an act leads that changed how the reader reaches the organization; `nil` if it did not. Who has joined is led into
    /// it, who has left is told so, and with a new short name the result is at a new address.
    private func next<A: Act>(after outcome: Outcome, _ type: A.Type, _ visit: Visit) async throws -> Response? {
        guard let account = outcome.signsIn ?? visit.visitor.account else { return nil }
        let links = try await platform.organizations(of: account)
        let link = links.first { $0.organization == visit.surfaces.tenant.id }
        if visit.isGuest {
            guard let link else { return nil }
            var cookies: [String] = []
            if outcome.signsIn != nil {
                let issued = try await sessions.begin(as: .account(account))
                cookies = [
                    cookie(of: issued.session, issued.token), cookie(.visitor, "", lifetime: 0),
                ]
            }
            return .seeOther("/o/\(link.slug)", cookies: cookies)
        }
        guard let link else {
            return Response(
                html: PlainPages(product: settings.product, language: visit.surfaces.caller.language)
                    .message(A.title, outcome.summary))
        }
        guard "/o/\(link.slug)" != visit.page.base else { return nil }
        let query = FormInput(["_running": [visit.surfaces.caller.request]]).query
        return .seeOther("/o/\(link.slug)/\(A.path)?\(query)")
    }
}

/// What the form of an act says besides the fields of the act.
private struct ActStep {
    /// `prepare`, `change` or `perform`.
    let name: String?
    /// What was confirmed.
    let stamp: String?
    /// The identity of the request that was shown.
    let request: String?
    /// The identity of the form, before its input makes a request.
    let form: String?

    init(takenFrom input: inout FormInput) {
        func taken(_ name: String) -> String? { input.texts.removeValue(forKey: name)?.last }
        (name, stamp, request, form) = (taken("_step"), taken("_stamp"), taken("_request"), taken("_form"))
    }
}
