internal import AtriumLanguages
public import AtriumSurfaces
internal import AtriumValues

extension TerminalRenderer {
    /// A sheet.
    public func text<S: Sheet>(of sheet: S) async throws -> String {
        try await text(of: S.self, session.blocks(of: sheet))
    }

    /// A sheet whose blocks were read before.
    public func text<S: Sheet>(of sheet: S.Type, _ blocks: [Block]) async throws -> String {
        var lines = [style.bold(text(S.title))]
        var previous: Block?
        for block in blocks {
            // Acts and links that follow each other are one list.
            if !(previous.map(Self.leads) == true && Self.leads(block)) { lines.append("") }
            lines += try await self.lines(of: block)
            previous = block
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func leads(_ block: Block) -> Bool {
        switch block {
        case .act, .link, .download: true
        default: false
        }
    }

    private func lines(of block: Block) async throws -> [String] {
        switch block {
        case .figures(let figures): return lines(of: figures)
        case .chart(let chart): return lines(of: chart)
        case .facts(let facts): return self.facts(facts)
        case .terms(let terms): return terms.flatMap { paragraph($0.name) + paragraph($0.meaning, indent: "    ") }
        case .heading(let words): return [style.bold(text(words))]
        case .text(let words): return paragraph(words)
        case .table(let table): return try await lines(of: table, limit: 20)
        case .act(let act): return ["  \(text(type(of: act).title)): \(command(act))"]
        case .link(let surface): return ["  \(text(type(of: surface).title)): \(command(surface))"]
        case .download(let download): return ["  \(TextColumns.safe(download.name)): --output FILE"]
        case .html(_, let text): return text.split(separator: "\n").flatMap { paragraph(Words(verbatim: String($0))) }
        case .svg: return paragraph("(shown on a page)")
        }
    }

    func facts(_ facts: [Fact]) -> [String] {
        columns(facts.map { [text($0.label), text($0.value)] }, isNumeric: [false, false])
    }

    private func lines(of figures: [Figure]) -> [String] {
        let rows = figures.map { figure in
            [
                text(figure.label), text(figure.value), text(figure.unit), figure.verdict.map { text($0.words) } ?? "",
            ]
        }
        return columns(rows, isNumeric: [false, true, false, false]) { row, column, text in
            guard column == 3, let verdict = figures[row].verdict else { return text }
            return style.toned(text, verdict.tone)
        }
    }

    /// A bar for each value. The longest value of the chart has 40 blocks, or as many as fit.
    private func lines(of chart: Chart) -> [String] {
        let labels = chart.axis.map { text($0) }
        let values = chart.series.flatMap(\.values)
        let most = values.map(\.length).max() ?? 0
        let besides =
            2 + (labels.map(TextColumns.width).max() ?? 0) + (values.map { text($0).count }.max() ?? 0) + 4
        let room = max(8, min(40, (width ?? .max) - besides))
        return chart.series.enumerated().flatMap { index, series in
            let rows = zip(labels, series.values).map { label, value in
                [label, String(repeating: "█", count: value.length * room / max(most, 1)), text(value)]
            }
            let head: Words = chart.series.count > 1 ? "\(chart.title): \(series.label)" : chart.title
            return (index == 0 ? [] : [""]) + paragraph("\(head) (\(chart.unit))")
                + TextColumns.lines(rows, isNumeric: [false, false, true]).map { "  \($0)" }
        }
    }

    private func columns(
        _ rows: [[String]], isNumeric: [Bool], paint: (Int, Int, String) -> String = { _, _, text in text }
    ) -> [String] {
        TextColumns.lines(rows, isNumeric: isNumeric, within: width.map { $0 - 2 }, paint: paint).map { "  \($0)" }
    }
}

extension Cell {
    /// The length of a bar.
    fileprivate var length: Int {
        switch self {
        case .number(let number): max(number, 0)
        case .rate(let part, let total): total == 0 ? 0 : part * 100 / total
        default: 0
        }
    }
}
