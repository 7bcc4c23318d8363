public import AtriumSurfaces
internal import AtriumValues

/// Shows surfaces as text for a terminal. It names no module.
public struct TerminalRenderer: Sendable {
    let session: SurfaceSession
    let texts: CellText

    /// A renderer for one caller.
    public init(_ session: SurfaceSession) async throws {
        (self.session, texts) = (session, try await CellText(for: session))
    }

    // MARK: - Tables and sheets

    /// A page of a table.
    public func text<T: Table>(of table: T, _ request: PageRequest = PageRequest()) async throws -> String {
        lines(of: try await session.page(of: table, request), T.self).joined(separator: "\n") + "\n"
    }

    /// A sheet.
    public func text<S: Sheet>(of sheet: S) async throws -> String {
        var lines = [S.title.description]
        for block in try await session.blocks(of: sheet) {
            lines += ["", ""].dropFirst() + (try await self.lines(of: block))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines<T: Table>(of page: Page<T.Row>, _ table: T.Type) -> [String] {
        let rows = (page.rows + page.totals).map { row in T.columns.map { text($0.cell(row)) } }
        var lines = [T.title.description]
        if !page.note.isEmpty { lines.append(page.note.description) }
        lines.append("")
        if page.rows.isEmpty {
            lines.append("  There is nothing here.")
        } else {
            let all = [T.columns.map(\.label.description)] + rows
            lines += TextColumns.lines(all, isNumeric: T.columns.map(\.kind.isNumeric)).map { "  \($0)" }
        }
        if let next = page.next { lines += ["", "  There is more: --cursor \(next)"] }
        return lines
    }

    private func lines(of block: Block) async throws -> [String] {
        switch block {
        case .figures(let figures):
            let rows = figures.map { figure in
                [
                    figure.label.description, text(figure.value), figure.unit.description,
                    figure.verdict?.words.description ?? "",
                ]
            }
            return TextColumns.lines(rows, isNumeric: [false, true, false, false]).map { "  \($0)" }
        case .chart(let chart): return lines(of: chart)
        case .facts(let facts):
            let rows = facts.map { [$0.label.description, text($0.value)] }
            return TextColumns.lines(rows, isNumeric: [false, false]).map { "  \($0)" }
        case .terms(let terms): return terms.flatMap { ["  \($0.name)", "    \($0.meaning)"] }
        case .text(let words): return ["  \(words)"]
        case .table(let table): return try await lines(of: table)
        case .act(let act): return ["  \(path(act))"]
        case .link(let surface): return ["  \(path(surface))"]
        case .download(let download): return ["  \(download.name)"]
        case .html, .svg: return ["  (shown on a page)"]
        }
    }

    private func lines<T: Table>(of table: T) async throws -> [String] {
        lines(of: try await session.page(of: table, PageRequest(limit: 20)), T.self)
    }

    /// A bar for each value. The longest value of the chart has 40 blocks.
    private func lines(of chart: Chart) -> [String] {
        let most = chart.series.flatMap(\.values).map(\.length).max() ?? 0
        return chart.series.flatMap { series in
            let rows = zip(chart.axis, series.values).map { label, value in
                [label.description, String(repeating: "█", count: value.length * 40 / max(most, 1)), text(value)]
            }
            let head = chart.series.count > 1 ? "\(chart.title): \(series.label)" : chart.title.description
            return ["  \(head) (\(chart.unit))"]
                + TextColumns.lines(rows, isNumeric: [false, false, true]).map { "  \($0)" }
        }
    }

    private func text(_ cell: Cell) -> String { TextColumns.safe(texts.text(cell)) }

    private func path(_ surface: any Surface) -> String { "\(type(of: surface).title): \(type(of: surface).path)" }

    // MARK: - Acts

    /// The answer to a request to do something.
    public func text(of answer: Answer) -> String {
        switch answer {
        case .invalid(let fields):
            if fields.isUnreadable { return "The input cannot be read.\n" }
            return fields.faults.sorted { $0.key < $1.key }.map { "--\($0) \($1)\n" }.joined()
        case .refused(let words): return "Refused: \(words)\n"
        case .question(let words, _): return (words.isEmpty ? "" : "\(words) ") + "Confirm with --yes.\n"
        case .preview(let preview, let stamp, let isChanged):
            let confirmation = preview.count > 0 ? " Confirm with --yes --expect \(stamp)" : ""
            let notice = isChanged ? "It is no longer what you saw. Nothing was done.\n" : ""
            return lines(preview.lines) + notice + "\(preview.summary)\(confirmation)\n"
        case .done(let outcome):
            return lines(outcome.lines) + "\(outcome.summary)\n" + (outcome.stop.isEmpty ? "" : "\(outcome.stop)\n")
        }
    }

    private func lines(_ lines: [ReportLine]) -> String {
        let rows = lines.map { line in
            let mark =
                switch line.tone {
                case .good: "+"
                case .neutral: "="
                case .warning: "!"
                case .bad: "x"
                }
            return [mark, "\(line.number)", TextColumns.safe(line.text), line.words.description]
        }
        return TextColumns.lines(rows, isNumeric: [false, true, false, false]).map { "\($0)\n" }.joined()
    }

    // MARK: - Help

    /// Every surface that exists here, and why the caller is not offered some of them.
    public func index() async throws -> String {
        let present = try session.catalogue.surfaces.filter { try session.isPresent($0) }
        let obstacles = try await session.obstacles(to: present)
        let rows = zip(present, obstacles).map { type, obstacle in
            [type.path, type.title.description, obstacle.map { "(\($0))" } ?? ""]
        }
        return TextColumns.lines(rows, isNumeric: [false, false, false]).map { "\($0)\n" }.joined()
    }

    /// How to use a surface: its fields, with their choices.
    public func help<S: Surface>(for type: S.Type) async throws -> String {
        var rows: [[String]] = []
        for field in S.form.fields {
            var notes = [field.label.description, field.help.description].filter { !$0.isEmpty }.joined(separator: ". ")
            if field.isRequired { notes += " (required)" }
            if !field.initial.allSatisfy(\.isEmpty) { notes += " [\(field.initial.joined(separator: ", "))]" }
            rows.append(["--\(field.name)", Self.placeholder(field.shape), notes])
            for choice in try await session.choices(of: field, FormInput())?.prefix(20) ?? [] {
                rows.append([
                    "", "", choice.text == choice.label.description ? choice.text : "\(choice.text)  \(choice.label)",
                ])
            }
        }
        let lines = TextColumns.lines(rows, isNumeric: [false, false, false]).map { "  \($0)\n" }
        return "\(S.title)\n\(S.help.isEmpty ? "" : "\(S.help)\n")\n" + lines.joined()
    }

    private static func placeholder(_ shape: FieldShape) -> String {
        switch shape {
        case .line, .lines: "TEXT"
        case .email: "ADDRESS"
        case .integer(let range): "\(range.lowerBound)…\(range.upperBound)"
        case .day: "YYYY-MM-DD"
        case .flag: "true|false"
        case .choice, .order: "CHOICE"
        case .reference(let noun): noun.uppercased()
        case .file: "FILE"
        case .selection: "id:…|all:…"
        case .many(let one): "\(placeholder(one)), …"
        }
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
