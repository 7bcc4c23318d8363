internal import Atrium
internal import AtriumSurfaces

extension PageRenderer {
    /// The rows of a page of a table, each with the acts that the reader may do.
    func rows<T: Table>(of page: Page<T.Row>, _ table: T) async throws -> HTML {
        guard !page.rows.isEmpty else { return element("p", ["class": "card"], text: "There is nothing here.") }
        let acts = try await offers(on: page.rows, of: T.self)
        let bulk = try await bulkActs(on: table)
        let hasActs = acts.contains { !$0.isEmpty }
        let heads =
            (bulk.isEmpty ? [] : [element("td", ["class": "tick"])]) + heads(of: table)
            + (hasActs
                ? [
                    element(
                        "th", ["scope": "col", "class": "acts"], element("span", ["class": "unseen"], text: "Actions"))
                ] : [])
        let body = zip(page.rows, acts).enumerated().map { index, row in
            element(
                "tr", [:],
                (bulk.isEmpty ? [] : [tick(row.0, T.self)]) + cells(of: row.0, T.self)
                    + (hasActs ? [element("td", ["class": "acts"], menu(row.1, of: row.0, T.self, index))] : []))
        }
        let totals = page.totals.map { row in
            element(
                "tr", [:],
                (bulk.isEmpty ? [] : [element("td")]) + cells(of: row, T.self) + (hasActs ? [element("td")] : []))
        }
        let content = element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "\(T.title), table"],
            element(
                "table", ["class": Self.isStacked(T.self) ? "stack" : nil],
                element("thead", [:], element("tr", [:], heads)), element("tbody", [:], body),
                totals.isEmpty ? .empty : element("tfoot", [:], totals)))
        guard !bulk.isEmpty else { return element("section", ["class": "card rows"], content) }
        return element("form", ["class": "card rows", "method": "get"], content, buttons(bulk, table))
    }

    /// What is offered on each row, asked in one snapshot.
    private func offers<T: Table>(on rows: [T.Row], of table: T.Type) async throws -> [[any Surface]] {
        let offers = try rows.map { row in
            try session.catalogue.offers(on: row, of: T.self).filter(isPresent)
        }
        let isOffered = try await session.obstacles(to: offers.flatMap(\.self)).map { $0 == nil }
        var position = 0
        return offers.map { row in
            defer { position += row.count }
            return zip(row, isOffered[position..<position + row.count]).filter(\.1).map(\.0)
        }
    }

    /// The heads of the columns. A column by which the table can be sorted is a link that does it.
    private func heads<T: Table>(of table: T) -> [HTML] {
        let input = T.form.write(table)
        let order = T.form.fields.lazy.compactMap { field -> (name: String, columns: Set<String>)? in
            guard case .order(let choices) = field.shape else { return nil }
            return (field.name, Set(choices.map(\.text)))
        }.first
        return T.columns.map { column in
            let name = column.kind.isNumeric ? "n" : nil
            guard let order, order.columns.contains(column.name) else {
                return element("th", ["scope": "col", "class": name], text: column.label.description)
            }
            let isCurrent = input.texts[order.name]?.last == column.name
            let link = element(
                "a",
                [
                    "href": context.address(table, [(order.name, [column.name])]),
                    "aria-current": isCurrent ? "true" : nil,
                ], HTML(column.label.description),
                element("span", ["class": "unseen"], text: isCurrent ? ", sorted by this" : ", sort by this"))
            return element(
                "th", ["scope": "col", "class": name, "aria-sort": isCurrent ? "other" : nil], link)
        }
    }

    private func cells<T: Table>(of row: T.Row, _ table: T.Type) -> [HTML] {
        let isStacked = Self.isStacked(table)
        return T.columns.enumerated().map { index, column in
            let value = html(column.cell(row))
            let content = column.link(row).map { element("a", ["href": context.address($0)], value) } ?? value
            return index == 0
                ? element("th", ["scope": "row"], content)
                : element(
                    "td",
                    [
                        "class": column.kind.isNumeric ? "n" : nil,
                        "data-label": isStacked ? column.label.description : nil,
                    ],
                    content)
        }
    }

    /// Whether the rows become blocks on a small screen, each cell below the other. Many figures are easier to compare side by
    /// side, even if they have to be moved.
    private static func isStacked<T: Table>(_ table: T.Type) -> Bool { T.columns.count <= 8 }

    private func name<T: Table>(of row: T.Row, _ table: T.Type) -> String {
        T.columns.first.map { texts.text($0.cell(row)) } ?? ""
    }

    // MARK: - Acts

    /// The acts of a row: two links, or a menu.
    private func menu<T: Table>(_ acts: [any Surface], of row: T.Row, _ table: T.Type, _ index: Int) -> HTML {
        if acts.count <= 2 { return .join(acts.map(link)) }
        let id = "acts-\(T.name)-\(index)"
        return .join([
            element(
                "button", ["type": "button", "class": "plain", "popovertarget": id], HTML("Actions"),
                element("span", ["class": "unseen"], text: ": \(name(of: row, table))")),
            element("div", ["class": "menu", "id": id, "popover": ""], acts.map(link)),
        ])
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
        element(
            "td", ["class": "tick"],
            void(
                "input",
                [
                    "type": "checkbox", "name": "_ticked", "value": "id:\(T.id(of: row))",
                    "aria-label": "Select \(name(of: row, table))",
                ]))
    }
}
