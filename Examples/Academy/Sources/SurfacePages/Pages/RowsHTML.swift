internal import Atrium
internal import AtriumSurfaces

/// The rows of one page of a table.
///
/// A page has hundreds of cells and acts. What depends on the table's type is taken from the rows column by column, and written
/// row by row by code that knows no type: code for every type is slow for single cells.
struct RowsHTML {
    /// The cells of one column, with the addresses of what they lead to.
    private struct Cells {
        let start: HTML
        let end: StaticString
        let cells: [Cell]
        let addresses: [String?]
    }

    /// The addresses of one act on the rows; `nil` where it is not offered.
    private struct Links {
        let title: HTML
        let addresses: [String?]
    }

    private let texts: CellText
    private var language: Language { texts.language }
    private let columns: [Cells]
    /// The texts that identify the rows; `nil` if rows cannot be ticked.
    private let ids: [String]?
    private let acts: [Links]
    private let table: SurfaceName
    private let count: Int

    /// Rows with the acts that are offered on them. Rows with `ids` can be ticked.
    init<T: Table>(
        _ rows: [T.Row], of _: T.Type, columns: [Column<T.Row>], ids: [String]?, offers: [any RowOffer],
        _ renderer: PageRenderer
    ) {
        let context = renderer.context
        (texts, table, count, self.ids) = (renderer.texts, T.name, rows.count, ids)
        let isStacked = Self.isStacked(columns.count)
        self.columns = columns.indices.map { index in
            let column = columns[index]
            let start = Self.start(
                index == 0, isNumeric: column.kind.isNumeric, isStacked ? renderer.language.text(column.label) : nil)
            return Cells(
                start: start, end: index == 0 ? "th" : "td", cells: rows.map(column.cell),
                addresses: rows.map { column.link($0).map { context.address($0) } })
        }
        func links<Offer: RowOffer>(_ offer: Offer) -> Links {
            let (form, path) = (Offer.Offered.form, context.address(Offer.Offered.self))
            return Links(
                title: HTML(Offer.Offered.title, in: renderer.language),
                addresses: offer.values.map { $0.map { form.address(of: $0, at: path) } })
        }
        acts = offers.map { links($0) }
    }

    /// Whether a row has an act.
    var hasActs: Bool { !acts.isEmpty }

    /// Whether the rows become blocks on a small screen, each cell below the other. Many figures are easier to compare side by
    /// side, even if they have to be moved.
    static func isStacked(_ columnCount: Int) -> Bool { columnCount <= 8 }

    private static func start(_ isHead: Bool, isNumeric: Bool, _ label: String?) -> HTML {
        var start = HTML.empty
        let name = isNumeric ? "n" : nil
        if isHead {
            start.open("th", ["scope": "row", "class": name])
        } else {
            start.open("td", ["class": name, "data-label": label])
        }
        return start
    }

    // MARK: - Writing

    /// Writes the rows.
    func write(to html: inout HTML) {
        for row in 0..<count {
            let name = columns.first.map { texts.text($0.cells[row]) } ?? ""
            html.open("tr")
            if let ids { writeTick(ids[row], name, to: &html) }
            writeCells(of: row, to: &html)
            if hasActs {
                html.open("td", "class", "acts")
                writeActs(on: row, name, to: &html)
                html.close("td")
            }
            html.close("tr")
        }
    }

    /// Writes the rows as the sums of other rows, which may have ticks and acts.
    func writeSums(besideTicks: Bool, besideActs: Bool, to html: inout HTML) {
        for row in 0..<count {
            html.open("tr")
            if besideTicks { html.append(element("td")) }
            writeCells(of: row, to: &html)
            if besideActs { html.append(element("td")) }
            html.close("tr")
        }
    }

    private func writeTick(_ id: String, _ name: String, to html: inout HTML) {
        html.open("td", "class", "tick")
        html.open(
            "input",
            ["type": "checkbox", "name": "_ticked", "value": "id:\(id)", "aria-label": language.text("Select \(name)")])
        html.close("td")
    }

    private func writeCells(of row: Int, to html: inout HTML) {
        for column in columns {
            html.append(column.start)
            if let address = column.addresses[row] {
                html.open("a", "href", address)
                texts.write(column.cells[row], to: &html)
                html.close("a")
            } else {
                texts.write(column.cells[row], to: &html)
            }
            html.close(column.end)
        }
    }

    /// The acts of a row: two links, or a menu.
    private func writeActs(on row: Int, _ name: String, to html: inout HTML) {
        let isMenu = acts.count { $0.addresses[row] != nil } > 2
        if isMenu {
            let id = "acts-\(table)-\(row)"
            html.open("button", ["type": "button", "class": "plain", "popovertarget": id])
            html.append(text: "Actions", in: language)
            html.append(element("span", ["class": "unseen"], verbatim: ": \(name)"))
            html.close("button")
            html.open("div", ["class": "menu", "id": id, "popover": ""])
        }
        for act in acts {
            guard let address = act.addresses[row] else { continue }
            html.open("a", "href", address)
            html.append(act.title)
            html.close("a")
        }
        if isMenu { html.close("div") }
    }
}
