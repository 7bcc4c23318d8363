public import AtriumSurfaces
internal import AtriumValues

/// Shows surfaces as text for a terminal. It names no module.
public struct TerminalRenderer: Sendable {
    let session: SurfaceSession
    let texts: CellText
    let width: Int?

    /// A renderer for one caller. With a `width`, in letters of the terminal, a table leaves out columns that do not fit, and
    /// says which.
    public init(_ session: SurfaceSession, width: Int? = nil) async throws {
        (self.session, texts, self.width) = (session, try await CellText(for: session), width)
    }

    // MARK: - Areas

    /// What the caller sees in an area: each table and sheet that can be shown without a choice. `input` fills in those fields
    /// that a surface has; a table shows up to `limit` rows.
    public func text(of area: Area, _ input: FormInput = FormInput(), limit: Int = 10) async throws -> String {
        var parts: [String] = []
        for type in try await session.surfaces(in: area) {
            if let table = type as? any Table.Type { parts.append(try await text(opening: table, input, limit)) }
            if let sheet = type as? any Sheet.Type { parts.append(try await text(opening: sheet, input)) }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func text<T: Table>(opening type: T.Type, _ input: FormInput, _ limit: Int) async throws -> String {
        guard let table = try? type.form.read(input) else { return "" }
        return try await lines(of: table, limit: limit).joined(separator: "\n") + "\n"
    }

    private func text<S: Sheet>(opening type: S.Type, _ input: FormInput) async throws -> String {
        guard let sheet = try? type.form.read(input) else { return "" }
        return try await text(of: sheet)
    }

    // MARK: - Tables and sheets

    /// A page of a table.
    public func text<T: Table>(of table: T, _ request: PageRequest = PageRequest()) async throws -> String {
        let page = try await session.page(of: table, request)
        let more = page.next.map { ["", "  There is more: --cursor \($0)"] } ?? []
        return (lines(of: page, T.self) + more).joined(separator: "\n") + "\n"
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
            let labels = T.columns.map(\.label.description)
            let all = [labels] + rows
            let count = TextColumns.count(of: all, within: width.map { $0 - 2 })
            lines += TextColumns.lines(
                all.map { Array($0.prefix(count)) }, isNumeric: T.columns.prefix(count).map(\.kind.isNumeric)
            ).map { "  \($0)" }
            if count < labels.count {
                lines += ["  Too wide to be shown here: \(labels.dropFirst(count).joined(separator: ", "))"]
            }
        }
        return lines
    }

    /// The first rows of a table, and where the others are.
    private func lines<T: Table>(of table: T, limit: Int) async throws -> [String] {
        let page = try await session.page(of: table, PageRequest(limit: limit))
        return lines(of: page, T.self) + (page.next == nil ? [] : ["  There is more: \(T.path)"])
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
        case .table(let table): return try await lines(of: table, limit: 20)
        case .act(let act): return ["  \(path(act))"]
        case .link(let surface): return ["  \(path(surface))"]
        case .download(let download): return ["  \(download.name)"]
        case .html(_, let text): return text.split(separator: "\n").map { "  \(TextColumns.safe(String($0)))" }
        case .svg: return ["  (shown on a page)"]
        }
    }

    /// A bar for each value. The longest value of the chart has 40 blocks.
    private func lines(of chart: Chart) -> [String] {
        let most = chart.series.flatMap(\.values).map(\.length).max() ?? 0
        return chart.series.enumerated().flatMap { index, series in
            let rows = zip(chart.axis, series.values).map { label, value in
                [label.description, String(repeating: "█", count: value.length * 40 / max(most, 1)), text(value)]
            }
            let head = chart.series.count > 1 ? "\(chart.title): \(series.label)" : chart.title.description
            return (index == 0 ? [] : [""]) + ["  \(head) (\(chart.unit))"]
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
