internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
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

    /// The fields with which the reader chooses what is shown. What belongs to one thing only has none.
    func filters<S: Surface>(of value: S) async throws -> HTML {
        guard !S.form.fields.isEmpty, value is any Table || (try? S.form.read(FormInput())) != nil else {
            return .empty
        }
        let fields = try await FieldHTML(session: session, faults: [:]).fields(of: S.form, S.form.write(value))
        return element(
            "form", ["class": "filters", "method": "get", "action": context.address(S.self)],
            fields + [element("button", ["class": "quiet"], text: "Show")])
    }

    func rows<T: Table>(of page: Page<T.Row>, _ table: T) async throws -> HTML {
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

    func buttons(beside type: any Surface.Type) async throws -> HTML {
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

    func link(_ surface: any Surface) -> HTML {
        element("a", ["href": context.address(surface)], text: type(of: surface).title.description)
    }
}
