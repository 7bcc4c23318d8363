internal import Atrium
internal import AtriumSurfaces

extension PageRenderer {
    /// The rows of a page of a table, each with the acts that the reader may do.
    func rows<T: Table>(of page: Page<T.Row>, _ table: T) async throws -> HTML {
        guard !page.rows.isEmpty else {
            return element("p", ["class": "card"], text: "There is nothing here.", in: language)
        }
        let bulk = try await bulkActs(on: Selection<T>.ticked([]))
        // Some tables make their columns each time that they are asked.
        let columns = T.columns
        let ids = bulk.isEmpty ? nil : page.rows.map { "\(T.id(of: $0))" }
        let offers = try await session.offers(on: page.rows, of: T.self)
        let rows = RowsHTML(page.rows, of: T.self, columns: columns, ids: ids, offers: offers, self)
        let heads =
            (ids == nil ? [] : [element("td", ["class": "tick"])]) + heads(of: columns, table)
            + (rows.hasActs
                ? [
                    element(
                        "th", ["scope": "col", "class": "acts"],
                        element("span", ["class": "unseen"], text: "Actions", in: language))
                ] : [])
        // The rows are most of the page. So they are written where they stay.
        var html = HTML(reserving: 2_000 * (page.rows.count + 1))
        html.open(
            ids == nil ? "section" : "form", ["class": "card rows", "method": ids == nil ? nil : "get"])
        html.open(
            "div",
            ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": language.text("\(T.title), table")])
        html.open("table", ["class": RowsHTML.isStacked(columns.count) ? "stack" : nil])
        html.append(element("thead", [:], element("tr", [:], heads)))
        html.open("tbody")
        rows.write(to: &html)
        html.close("tbody")
        if !page.totals.isEmpty {
            html.open("tfoot")
            RowsHTML(page.totals, of: T.self, columns: columns, ids: nil, offers: [], self)
                .writeSums(besideTicks: ids != nil, besideActs: rows.hasActs, to: &html)
            html.close("tfoot")
        }
        html.close("table")
        html.close("div")
        if !bulk.isEmpty {
            html.append(buttons(onTicked: bulk, onAll: try await bulkActs(on: .matching(table))))
        }
        html.close(ids == nil ? "section" : "form")
        return html
    }

    /// The heads of the columns. A column by which the table can be sorted is a link that does it.
    private func heads<T: Table>(of columns: [Column<T.Row>], _ table: T) -> [HTML] {
        let input = T.form.write(table)
        let order = T.form.fields.lazy.compactMap { field -> (name: String, columns: Set<String>)? in
            guard case .order(let choices) = field.shape else { return nil }
            return (field.name, Set(choices.map(\.text)))
        }.first
        return columns.map { column in
            let name = column.kind.isNumeric ? "n" : nil
            guard let order, order.columns.contains(column.name) else {
                return element("th", ["scope": "col", "class": name], text: column.label, in: language)
            }
            let isCurrent = input.texts[order.name]?.last == column.name
            let link = element(
                "a",
                [
                    "href": context.address(table, [(order.name, [column.name])]),
                    "aria-current": isCurrent ? "true" : nil,
                ], HTML(column.label, in: language),
                element(
                    "span", ["class": "unseen"], text: isCurrent ? ", sorted by this" : ", sort by this", in: language))
            return element(
                "th", ["scope": "col", "class": name, "aria-sort": isCurrent ? "other" : nil], link)
        }
    }

    // MARK: - Acts on several rows

    private func bulkActs<T: Table>(on selection: Selection<T>) async throws -> [any Surface] {
        let offers = session.catalogue.offers(on: selection)
        return zip(offers, try await session.obstacles(to: offers)).filter { $0.1 == nil }.map(\.0)
    }

    private func buttons(onTicked ticked: [any Surface], onAll all: [any Surface]) -> HTML {
        let buttons = ticked.map { act in
            let type = type(of: act)
            return element(
                "button",
                ["class": type.isEnding ? "quiet danger" : "quiet", "formaction": context.address(type)],
                text: type.title, in: language)
        }
        let links = all.map { act in
            element(
                "a", ["class": "quietlink", "href": context.address(act)], HTML(type(of: act).title, in: language),
                element("span", ["class": "unseen"], text: ", all that match", in: language))
        }
        // The number of ticks is counted by the stylesheet.
        return element(
            "div", ["class": "bulk"],
            element(
                "p", ["class": "buttons", "role": "group", "aria-label": language.text("With the selected")],
                [element("span", ["class": "count"], text: "With the selected", in: language)] + buttons),
            all.isEmpty
                ? .empty
                : element(
                    "p", ["class": "links", "role": "group", "aria-label": language.text("With all that match")],
                    [element("span", text: "With all that match", in: language)] + links))
    }
}

extension Surface {
    /// Whether it is an act that ends or takes away something.
    static var isEnding: Bool { (self as? any Act.Type)?.isDestructive ?? false }
}
