public import Atrium
public import AtriumSurfaces
internal import Foundation

/// Answers the requests of programs from surfaces. It names no module.
public struct APIRenderer: Sendable {
    private let session: SurfaceSession

    /// In whose name it answers.
    public var principal: Principal { session.caller.principal }

    /// A renderer for one caller.
    public init(_ session: SurfaceSession) { self.session = session }

    /// A page of a table, or a sheet. `input` has the parameters of the URL.
    public func get(_ type: any Surface.Type, _ input: FormInput) async throws -> APIAnswer {
        do {
            if let table = type as? any Table.Type { return APIAnswer(200, try await page(of: table, input)) }
            if let sheet = type as? any Sheet.Type { return APIAnswer(200, try await blocks(of: sheet, input)) }
            return .problem(405, "Send this request with POST")
        } catch {
            guard let answer = APIAnswer.problem(for: error) else { throw error }
            // Nothing is in conflict with a question. What it asks for is not there, or cannot be shown.
            return answer.status == 409
                ? .problem(404, "Cannot be shown", SurfaceSession.explanation(of: error)?.description) : answer
        }
    }

    /// Does an act, or with `isPreview` shows what it would do. With a `stamp` of a preview, the act is done only if it is
    /// still what was shown.
    public func post(
        _ type: any Surface.Type, _ body: APIBody, isPreview: Bool = false, stamp: String? = nil
    ) async throws -> APIAnswer {
        try await answering(type) { act in
            func answer<A: Act>(_ act: A.Type) async throws -> APIAnswer {
                let input = try body.input(of: A.form)
                if isPreview { return self.answer(try await session.prepare(act, input)) }
                return confirmed(try await session.perform(act, input, stamp: stamp))
            }
            return try await answer(act)
        }
    }

    /// Does an act once for the session's request. If the request comes again, the answer is that of the first one. After
    /// `patience` the answer of an act that still runs has the status 202 and says how far it is. `whenEnded` is called with its
    /// end. Until then the act reads the body, if ``APIAnswer/holdsBody`` says so.
    public func post(
        _ type: any Surface.Type, _ body: APIBody, stamp: String?, among acts: RunningActs, patience: Duration,
        whenEnded: @escaping @Sendable () async -> Void = {}
    ) async throws -> APIAnswer {
        try await answering(type) { act in
            func answer<A: Act>(_ act: A.Type) async throws -> APIAnswer {
                let isNew = try await acts.start(act, body.input(of: A.form), stamp: stamp, in: session) { _ in
                    await whenEnded()
                }
                switch await acts.state(of: act, in: session, patience: patience) {
                case .ended(let answer, _): return confirmed(answer)
                case .running(let done, let total):
                    var answer = APIAnswer(
                        202, ["done": .integer(done), "total": total.map(JSONValue.integer) ?? .null])
                    answer.holdsBody = isNew
                    return answer
                case .failed(let error): throw error
                case nil: return .problem(409, "Refused", "The request ended too long ago to be answered again.")
                }
            }
            return try await answer(act)
        }
    }

    private func answering(
        _ type: any Surface.Type, _ body: (any Act.Type) async throws -> APIAnswer
    ) async throws -> APIAnswer {
        guard let act = type as? any Act.Type else { return .problem(405, "Send this request with GET") }
        do {
            if let obstacle = try await session.obstacles(to: [act])[0] { throw obstacle }
            return try await body(act)
        } catch {
            guard let answer = APIAnswer.problem(for: error) else { throw error }
            return answer
        }
    }

    /// The answer to a confirmation. A question means that something else was confirmed, and nothing was done. A preview
    /// without a change means that there was nothing to do.
    private func confirmed(_ answer: Answer) -> APIAnswer {
        switch answer {
        case .question: APIAnswer(412, self.answer(answer).body)
        case .preview(let preview, _, isChanged: false):
            self.answer(.done(Outcome(preview.summary, lines: preview.lines)))
        default: self.answer(answer)
        }
    }

    // MARK: - What is shown

    private func page<T: Table>(of type: T.Type, _ input: FormInput) async throws -> JSONValue {
        var input = input
        let cursor = input.texts.removeValue(forKey: "cursor")?.last
        let limit = input.texts.removeValue(forKey: "limit")?.last
        guard limit == nil || limit.flatMap(Int.init).map((1...1000).contains) == true else {
            throw InvalidFields(["limit": "is a whole number from 1 to 1000"])
        }
        let request = PageRequest(cursor: cursor, limit: limit.flatMap(Int.init) ?? 100)
        try T.form.requireKnown(input.texts.keys)
        let page = try await session.page(of: T.form.read(input), request)
        func rows(_ rows: [T.Row]) -> JSONValue {
            .array(
                rows.map { row in
                    var object = Dictionary(T.columns.map { ($0.name, json($0.cell(row))) }) { first, _ in first }
                    object["id"] = .string("\(T.id(of: row))")
                    return .object(object)
                })
        }
        return [
            "rows": rows(page.rows), "totals": rows(page.totals), "next": page.next.map(JSONValue.string) ?? .null,
            "note": .string(page.note.description),
        ]
    }

    private func blocks<S: Sheet>(of type: S.Type, _ input: FormInput) async throws -> JSONValue {
        try S.form.requireKnown(input.texts.keys)
        return ["blocks": .array(try await session.blocks(of: S.form.read(input)).map(json))]
    }

    private func json(_ block: Block) -> JSONValue {
        switch block {
        case .figures(let figures):
            [
                "figures": .array(
                    figures.map {
                        [
                            "name": .string($0.name), "label": .string($0.label.description), "value": json($0.value),
                            "unit": .string($0.unit.description), "definition": .string($0.definition.description),
                        ]
                    })
            ]
        case .chart(let chart):
            [
                "chart": .string(chart.title.description), "unit": .string(chart.unit.description),
                "axis": .array(chart.axis.map { .string($0.description) }),
                "series": .array(
                    chart.series.map {
                        ["label": .string($0.label.description), "values": .array($0.values.map(json))]
                    }),
            ]
        case .facts(let facts):
            ["facts": .array(facts.map { ["label": .string($0.label.description), "value": json($0.value)] })]
        case .terms(let terms):
            [
                "terms": .array(
                    terms.map {
                        ["name": .string($0.name.description), "meaning": .string($0.meaning.description)]
                    })
            ]
        case .heading(let words): ["heading": .string(words.description)]
        case .text(let words): ["text": .string(words.description)]
        case .html(let html, let text): ["html": .string(html), "text": .string(text)]
        case .svg(let svg): ["svg": .string(svg)]
        case .table(let table): reference("table", table)
        case .act(let act): reference("act", act)
        case .link(let surface): reference("link", surface)
        case .download(let download):
            ["download": .string(download.name), "media-type": .string(download.mediaType)]
        }
    }

    /// What leads on: the path of a surface, and the texts of its fields.
    private func reference<S: Surface>(_ kind: String, _ value: S) -> JSONValue {
        let texts = S.form.write(value).texts.filter { !$0.value.allSatisfy(\.isEmpty) }
        let fields = texts.mapValues { JSONValue.array($0.map(JSONValue.string)) }
        return .object([kind: .string(S.path), "fields": .object(fields)])
    }

    private func json(_ cell: Cell) -> JSONValue {
        switch cell {
        case .none: .null
        case .text(let text): .string(text)
        case .number(let number): .integer(number)
        case .moment(let moment): .string(moment.formatted(.iso8601))
        case .day(let day): .string(day.description)
        case .rate(let part, let total): ["part": .integer(part), "of": .integer(total)]
        case .hidden(let mark, let why): ["hidden": .string(mark), "why": .string(why.description)]
        case .state(let words, _), .words(let words): .string(words.description)
        case .flag(let isTrue): .bool(isTrue)
        case .member(let id, let name): ["id": .string(id.description), "name": .string(name)]
        case .team(let id): .string(id.description)
        case .role(let id): .string(id.rawValue)
        case .list(let cells): .array(cells.map(json))
        }
    }

    // MARK: - What is done

    /// What the interface says for the answer to a request to do something.
    public func answer(_ answer: Answer) -> APIAnswer {
        switch answer {
        case .invalid(let error):
            error.isUnreadable
                ? .problem(400, "The request cannot be read")
                : .problem(422, "Some fields are wrong", errors: error.faults)
        case .refused(let words): .problem(409, "Refused", words.description)
        case .question(let words, let stamp):
            APIAnswer(200, ["question": .string("\(words)"), "stamp": .string(stamp)])
        case .preview(let preview, let stamp, let isChanged):
            APIAnswer(
                isChanged ? 412 : 200,
                [
                    "count": .integer(preview.count), "summary": .string("\(preview.summary)"), "stamp": .string(stamp),
                    "lines": lines(preview.lines),
                ])
        case .done(let outcome):
            APIAnswer(
                200,
                [
                    "summary": .string("\(outcome.summary)"), "lines": lines(outcome.lines),
                    "stop": outcome.stop.isEmpty ? .null : .string("\(outcome.stop)"),
                    "secret": outcome.secret.map(JSONValue.string) ?? .null,
                ])
        }
    }

    private func lines(_ lines: [ReportLine]) -> JSONValue {
        .array(
            lines.map {
                [
                    "number": .integer($0.number), "text": .string($0.text), "tone": .string($0.tone.rawValue),
                    "words": .string($0.words.description),
                ]
            })
    }
}
