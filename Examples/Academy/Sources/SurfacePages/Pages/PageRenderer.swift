public import Atrium
public import AtriumSurfaces

/// Shows surfaces as pages without a script. It names no module.
public struct PageRenderer: Sendable {
    let session: SurfaceSession
    let context: PageContext
    let texts: CellText

    /// A renderer for one reader.
    public init(_ session: SurfaceSession, _ context: PageContext) async throws {
        (self.session, self.context, texts) = (session, context, try await CellText(for: session))
    }

    /// The stylesheet of all pages, for `/style.css`.
    public static var style: String { String(decoding: PackageResources.style_css, as: UTF8.self) }

    private var frame: PageFrame { PageFrame(session: session, context: context) }

    // MARK: - Tables

    /// The page of a table.
    public func page<T: Table>(of table: T, _ request: PageRequest = PageRequest()) async throws -> String {
        let page = try await session.page(of: table, request)
        var content = [
            element("h1", text: T.title.description), lead(T.help), try await buttons(beside: T.self),
            try await filters(of: table),
        ]
        if !page.note.isEmpty { content.append(element("p", ["class": "note"], text: page.note.description)) }
        content.append(try await rows(of: page, table))
        let csv = context.address(table, [("_format", "csv")])
        let next = page.next.map { context.address(table, [("_cursor", $0)]) }
        content.append(
            element(
                "p", ["class": "row"],
                next.map { element("a", ["class": "button quiet", "href": $0], text: "Next page") } ?? .empty,
                element("a", ["class": "quietlink", "href": csv], text: "CSV")))
        return try await frame.page(T.title.description, in: T.path, content)
    }

    private func filters<T: Table>(of table: T) async throws -> HTML {
        guard !T.form.fields.isEmpty else { return .empty }
        let fields = try await FieldHTML(session: session, faults: [:]).fields(of: T.form, T.form.write(table))
        return element(
            "form", ["class": "filters", "method": "get", "action": context.address(T.self)],
            fields + [element("button", ["class": "quiet"], text: "Show")])
    }

    private func rows<T: Table>(of page: Page<T.Row>, _ table: T) async throws -> HTML {
        guard !page.rows.isEmpty else { return element("p", ["class": "card"], text: "There is nothing here.") }
        let offers = page.rows.map { session.catalogue.offers(on: $0, of: T.self) }
        let isOffered = try await session.obstacles(to: offers.flatMap(\.self)).map { $0 == nil }
        var position = 0
        let acts = offers.map { row in
            defer { position += row.count }
            return zip(row, isOffered[position..<position + row.count]).filter(\.1).map(\.0)
        }
        let bulk = try await bulkActs(on: table)
        let hasActs = acts.contains { !$0.isEmpty }
        let heads =
            (bulk.isEmpty ? [] : [element("th", [:], element("span", ["class": "unseen"], text: "Select"))])
            + T.columns.map {
                element("th", ["scope": "col", "class": $0.kind.isNumeric ? "n" : nil], text: $0.label.description)
            } + (hasActs ? [element("th", [:], element("span", ["class": "unseen"], text: "Acts"))] : [])
        let body = zip(page.rows, acts).map { row, acts in
            element(
                "tr", [:],
                (bulk.isEmpty ? [] : [tick(row, T.self)]) + cells(of: row, T.self)
                    + (hasActs ? [element("td", ["class": "acts"], self.acts(acts))] : []))
        }
        let totals = page.totals.map { row in
            element(
                "tr", [:],
                (bulk.isEmpty ? [] : [element("td")]) + cells(of: row, T.self) + (hasActs ? [element("td")] : []))
        }
        let content = element(
            "div", ["class": "scroll"],
            element(
                "table", [:], element("thead", [:], element("tr", [:], heads)), element("tbody", [:], body),
                totals.isEmpty ? .empty : element("tfoot", [:], totals)))
        guard !bulk.isEmpty else { return element("section", ["class": "card"], content) }
        return element("form", ["class": "card", "method": "get"], content, buttons(bulk, table))
    }

    private func bulkActs<T: Table>(on table: T) async throws -> [any Surface] {
        let offers = session.catalogue.offers(on: Selection.matching(table))
        return zip(offers, try await session.obstacles(to: offers)).filter { $0.1 == nil }.map(\.0)
    }

    private func buttons<T: Table>(_ bulk: [any Surface], _ table: T) -> HTML {
        let ticked = bulk.map { act in
            element(
                "button", ["class": "quiet", "formaction": context.address(type(of: act))],
                text: "\(type(of: act).title) the selected")
        }
        let all = bulk.map { act in
            element(
                "a", ["class": "quietlink", "href": context.address(act)], text: "\(type(of: act).title) all that match"
            )
        }
        return element(
            "p", ["class": "row"], element("span", ["class": "buttons"], ticked),
            element("span", ["class": "buttons"], all))
    }

    private func tick<T: Table>(_ row: T.Row, _ table: T.Type) -> HTML {
        let name = T.columns.first.map { texts.text($0.cell(row)) } ?? ""
        return element(
            "td", [:],
            void(
                "input",
                ["type": "checkbox", "name": "_ticked", "value": "id:\(T.id(of: row))", "aria-label": "Select \(name)"])
        )
    }

    private func cells<T: Table>(of row: T.Row, _ table: T.Type) -> [HTML] {
        T.columns.enumerated().map { index, column in
            let value = html(column.cell(row))
            let content = column.link(row).map { element("a", ["href": context.address($0)], value) } ?? value
            return index == 0
                ? element("th", ["scope": "row"], content)
                : element("td", ["class": column.kind.isNumeric ? "n" : nil], content)
        }
    }

    private func buttons(beside type: any Surface.Type) async throws -> HTML {
        let buttons = try await session.surfaces(beside: type).map {
            element("a", ["class": "button", "href": context.address($0)], text: $0.title.description)
        }
        return buttons.isEmpty ? .empty : element("p", ["class": "buttons"], buttons)
    }

    /// The acts of a row: two links, or a menu.
    private func acts(_ acts: [any Surface]) -> HTML {
        if acts.count <= 2 { return .join(acts.map(link)) }
        return element(
            "details", ["class": "menu"], element("summary", text: "Acts"), element("div", [:], acts.map(link)))
    }

    private func link(_ surface: any Surface) -> HTML {
        element("a", ["href": context.address(surface)], text: type(of: surface).title.description)
    }

    // MARK: - Sheets

    /// The page of a sheet.
    public func page<S: Sheet>(of sheet: S) async throws -> String {
        var content = [element("h1", text: S.title.description), lead(S.help), try await buttons(beside: S.self)]
        for block in try await session.blocks(of: sheet) { content.append(try await html(block)) }
        return try await frame.page(S.title.description, in: S.path, content)
    }

    private func html(_ block: Block) async throws -> HTML {
        switch block {
        case .figures(let figures): return element("div", ["class": "grid"], figures.map(html))
        case .chart(let chart): return ChartHTML(chart: chart, texts: texts).html
        case .facts(let facts):
            let rows = facts.flatMap { fact in
                let value = html(fact.value)
                return [
                    element("dt", text: fact.label.description),
                    element("dd", [:], fact.link.map { element("a", ["href": context.address($0)], value) } ?? value),
                ]
            }
            return element("section", ["class": "card"], element("dl", [:], rows))
        case .terms(let terms):
            let rows = terms.flatMap {
                [element("dt", text: $0.name.description), element("dd", text: $0.meaning.description)]
            }
            return element("section", ["class": "card"], element("dl", ["class": "terms"], rows))
        case .text(let words): return element("p", text: words.description)
        case .html(let html): return element("section", ["class": "card"], .trusted(html))
        case .svg(let svg): return element("section", ["class": "card"], .trusted(svg))
        case .table(let table): return try await html(table)
        case .act(let act):
            return element(
                "p", [:],
                element("a", ["class": "button", "href": context.address(act)], text: type(of: act).title.description))
        case .link(let surface): return element("p", [:], link(surface))
        case .download(let download): return element("p", text: download.name)
        }
    }

    private func html<T: Table>(_ table: T) async throws -> HTML {
        let page = try await session.page(of: table, PageRequest(limit: 20))
        let all = element("a", ["class": "quietlink", "href": context.address(table)], text: "All, with filters")
        return element(
            "section", [:], element("div", ["class": "row"], element("h2", text: T.title.description), all),
            try await rows(of: page, table))
    }

    private func html(_ figure: Figure) -> HTML {
        let verdict = figure.verdict.map {
            element("span", ["class": "chip \($0.tone.rawValue)"], text: $0.words.description)
        }
        let (large, small): (String, String) =
            switch figure.value {
            case .rate(let part, let total): total == 0 ? ("–", "no cases") : ("\(part * 100 / total)%", "of \(total)")
            default: (texts.text(figure.value), figure.unit.description)
            }
        return element(
            "div", ["class": "card figure"], element("span", text: figure.label.description),
            element("b", text: large), element("span", ["class": "to"], text: small), verdict ?? .empty,
            element(
                "details", [:], element("summary", text: "Definition"),
                element("p", text: figure.definition.description)))
    }

    // MARK: - Acts

    /// The form of an act, with what is filled in and what is wrong with it.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, faults: InvalidFields? = nil, refused: Words = ""
    ) async throws -> String {
        let input = faults == nil && refused.isEmpty ? try await session.opening(act, input) : input
        let fields = try await FieldHTML(session: session, faults: faults?.faults ?? [:]).fields(of: A.form, input)
        let summary = faults.map { faults in
            element(
                "p", ["class": "alert", "role": "alert"],
                text: faults.isUnreadable ? "The form could not be read." : "Some fields need a correction.")
        }
        let refusal = refused.isEmpty ? nil : element("p", ["class": "alert", "role": "alert"], text: "\(refused)")
        let isUpload = A.form.fields.contains { $0.shape == .file }
        let form = element(
            "form",
            [
                "class": "card fields", "method": "post", "action": context.address(A.self),
                "enctype": isUpload ? "multipart/form-data" : nil,
            ],
            fields + [hidden("_token", context.formToken), hidden("_step", "prepare")]
                + [element("button", text: act is any PlannedAct.Type ? "Preview" : A.title.description)])
        let content = [
            element("h1", text: A.title.description), lead(A.help), summary ?? .empty, refusal ?? .empty, form,
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// What an act would do, to be confirmed.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, _ preview: Preview, stamp: String, isChanged: Bool
    ) async throws -> String {
        let notice = element(
            "p", ["class": "alert", "role": "alert"],
            text: "It is no longer what you saw. Nothing was done. This is what would happen now.")
        let fields = input.texts.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { hidden(name, $0) } }
        let confirm =
            preview.count > 0
            ? [
                hidden("_token", context.formToken), hidden("_step", "perform"), hidden("_stamp", stamp),
                hidden("_request", session.caller.request), element("button", text: "\(A.title)"),
            ] : []
        let back = element(
            "a", ["class": "button quiet", "href": "\(context.address(A.self))?\(input.query)"], text: "Change it")
        let form = element(
            "form", ["method": "post", "action": context.address(A.self)],
            fields + [element("p", ["class": "buttons"], confirm + [back])])
        let content = [
            element("h1", text: A.title.description), lead(preview.summary), isChanged ? notice : .empty,
            element("section", ["class": "card"], lines(preview.lines), form),
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// What an act did.
    public func page<A: Act>(of act: A.Type, _ outcome: Outcome) async throws -> String {
        let next = outcome.next.map {
            element(
                "p", [:],
                element("a", ["class": "button", "href": context.address($0)], text: type(of: $0).title.description))
        }
        let content = [
            element("h1", text: A.title.description),
            element("p", ["class": "done", "role": "status"], text: "\(outcome.summary)"),
            outcome.stop.isEmpty ? .empty : element("p", ["class": "alert", "role": "alert"], text: "\(outcome.stop)"),
            outcome.lines.isEmpty ? .empty : element("section", ["class": "card"], lines(outcome.lines)),
            next ?? .empty,
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// How many lines a page shows. The sums are of all lines.
    private static let mostLines = 500

    private func lines(_ lines: [ReportLine]) -> HTML {
        guard !lines.isEmpty else { return .empty }
        let rows = lines.prefix(Self.mostLines).map { line in
            element(
                "tr", [:], element("td", ["class": "n"], text: "\(line.number)"),
                element("td", [:], element("bdi", text: line.text)),
                element("td", ["class": line.tone.rawValue], text: line.words.description))
        }
        let more = lines.count > Self.mostLines ? " The first \(Self.mostLines) are shown." : ""
        let sums = Tone.allCases.compactMap { tone -> String? in
            let count = lines.count { $0.tone == tone }
            return count == 0 ? nil : "\(count) \(tone.sum)"
        }
        let heads = ["Line", "What it is about", "What happens"].map { element("th", ["scope": "col"], text: $0) }
        return element(
            "div", ["class": "scroll"],
            element(
                "table", [:],
                element("caption", text: "\(lines.count) lines: \(sums.joined(separator: ", ")).\(more)"),
                element("thead", [:], element("tr", [:], heads)), element("tbody", [:], rows)))
    }

    // MARK: - Parts

    private func hidden(_ name: String, _ value: String) -> HTML {
        void("input", ["type": "hidden", "name": name, "value": value])
    }

    private func lead(_ words: Words) -> HTML {
        words.isEmpty ? .empty : element("p", ["class": "lead"], text: words.description)
    }

    private func html(_ cell: Cell) -> HTML {
        switch cell {
        case .state(let words, let tone): element("span", ["class": "chip \(tone.rawValue)"], text: words.description)
        case .hidden(let mark, let why):
            element("abbr", ["title": why.description, "tabindex": "0"], text: mark)
        case .rate(let part, let total) where total > 0:
            element(
                "span", ["class": "rate"],
                .trusted("<meter min=\"0\" max=\"\(total)\" value=\"\(part)\"></meter> "), HTML(texts.text(cell)))
        case .list(let cells): HTML.join(cells.map { element("span", ["class": "item"], html($0)) })
        case .member(_, let name): element("bdi", text: name)
        case .moment, .day: element("span", ["class": "time"], text: texts.text(cell))
        default: HTML(texts.text(cell))
        }
    }
}

extension Tone {
    fileprivate var sum: String {
        switch self {
        case .good: "will be done"
        case .neutral: "unchanged"
        case .warning: "to look at"
        case .bad: "to correct"
        }
    }
}
