internal import AtriumLanguages
public import AtriumSurfaces
internal import AtriumValues

/// Shows surfaces as text for a terminal. It names no module.
public struct TerminalRenderer: Sendable {
    let session: SurfaceSession
    let texts: CellText
    let width: Int?
    let style: TerminalStyle
    let naming: @Sendable (any Surface.Type) -> String

    /// A renderer for one caller. With a `width`, in letters of the terminal, a table leaves out columns that do not fit, and
    /// says which, and long texts go on in the next line. `naming` says how a surface is called at this terminal; without it,
    /// by its path.
    public init(
        _ session: SurfaceSession, width: Int? = nil, style: TerminalStyle = .plain,
        naming: @escaping @Sendable (any Surface.Type) -> String = { $0.path }
    ) async throws {
        (self.session, self.width, self.style, self.naming) = (session, width, style, naming)
        texts = try await CellText(for: session)
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

    // MARK: - Tables

    /// A page of a table. With `ids`, the first column has what identifies each row.
    public func text<T: Table>(
        of table: T, _ request: PageRequest = PageRequest(), ids: Bool = false
    ) async throws -> String {
        let page = try await session.page(of: table, request)
        let more = page.next.map { ["", "  \(text("There is more: \("--cursor \($0)")"))"] } ?? []
        return (lines(of: page, table, ids: ids) + more).joined(separator: "\n") + "\n"
    }

    /// The first rows of a table, and where the others are.
    func lines<T: Table>(of table: T, limit: Int) async throws -> [String] {
        let page = try await session.page(of: table, PageRequest(limit: limit))
        return lines(of: page, table, ids: false)
            + (page.next == nil ? [] : ["  \(text("There is more: \(command(table))"))"])
    }

    private func lines<T: Table>(of page: Page<T.Row>, _ table: T, ids: Bool) -> [String] {
        var lines = [style.bold(text(T.title))]
        if !page.note.isEmpty { lines += paragraph(page.note, indent: "") }
        lines.append("")
        guard !page.rows.isEmpty else {
            // What to do next is no help to somebody whose filters leave nothing.
            return lines + paragraph(T.whenEmpty.isEmpty || table.isFiltered ? "There is nothing here." : T.whenEmpty)
        }
        let cells = (page.rows + page.totals).map { row in T.columns.map { $0.cell(row) } }
        var rows = [T.columns.map { text($0.label) }] + cells.map { $0.map(text) }
        var isNumeric = T.columns.map(\.kind.isNumeric)
        if ids {
            let column = ["ID"] + page.rows.map { TextColumns.safe("\(T.id(of: $0))") } + page.totals.map { _ in "" }
            rows = zip(column, rows).map { [$0] + $1 }
            isNumeric.insert(false, at: 0)
        }
        let count = TextColumns.count(of: rows, within: width.map { $0 - 2 })
        lines += TextColumns.lines(rows.map { Array($0.prefix(count)) }, isNumeric: Array(isNumeric.prefix(count))) {
            row, column, text in
            if row == 0 { return style.bold(text) }
            guard column >= (ids ? 1 : 0), case .state(_, let tone) = cells[row - 1][column - (ids ? 1 : 0)] else {
                return text
            }
            return style.toned(text, tone)
        }.map { "  \($0)" }
        if count < isNumeric.count {
            lines += paragraph(
                "Too wide to be shown here: \(Words(listing: rows[0].dropFirst(count).map { Words(verbatim: $0) }))")
        }
        return lines
    }

    // MARK: - Parts of lines

    func text(_ cell: Cell) -> String { TextColumns.safe(texts.text(cell)) }

    var language: Language { session.caller.language }

    func text(_ words: Words) -> String { TextColumns.safe(language.text(words)) }

    func paragraph(_ words: Words, indent: String = "  ") -> [String] {
        TextColumns.wrapped(text(words), to: width.map { $0 - indent.count }).map { indent + $0 }
    }
}
