public import Atrium

/// Rows of one kind, in pages. A value of the type is the table with its filters.
public protocol Table: Surface {
    /// One row.
    associatedtype Row: Sendable
    /// What identifies a row. It is found again by its text.
    associatedtype RowID: LosslessStringConvertible & Sendable

    /// The identity of a row.
    static func id(of row: Row) -> RowID
    /// The columns, in the order in which they are shown.
    static var columns: [Column<Row>] { get }
    /// Columns that only files have, after the others: what programs need and people do not read, such as ids.
    static var fileColumns: [Column<Row>] { get }
    /// What people read instead of rows while there are none: why, or what to do. If it is empty, renderers say it in general
    /// words.
    static var whenEmpty: Words { get }
    /// Reads a page.
    func page(_ request: PageRequest, in service: Provider.Service, for caller: Caller) async throws -> Page<Row>
}

extension Table {
    public static var fileColumns: [Column<Row>] { [] }
    public static var whenEmpty: Words { "" }

    /// Whether the table has other filters than the ones it opens with. Then ``whenEmpty`` may not be why there are no rows. A
    /// table that opens only with a filter is about one thing, and is not filtered.
    public var isFiltered: Bool {
        let opening = try? Self.form.read(FormInput())
        return opening.map { Self.form.write($0).query != Self.form.write(self).query } ?? false
    }

    /// The page of rows that a service gives all at once. Its cursor is the id of the last row on the page before, so that a row
    /// that is new meanwhile moves no other row to another page. Throws `CursorError.gone` if that row is no longer there.
    public func page(
        of all: [Row], _ request: PageRequest, totals: [Row] = [], note: Words = ""
    ) throws(CursorError) -> Page<Row> {
        var rest = all[...]
        if let cursor = request.cursor {
            guard let last = all.firstIndex(where: { Self.id(of: $0).description == cursor }) else { throw .gone }
            rest = all[(last + 1)...]
        }
        let rows = Array(rest.prefix(request.limit))
        let next = rest.count > rows.count ? rows.last.map { Self.id(of: $0).description } : nil
        return Page(rows, next: next, totals: totals, note: note)
    }
}

extension Table where Row: Identifiable, Row.ID: LosslessStringConvertible & Sendable {
    /// The row's own identity.
    public static func id(of row: Row) -> Row.ID { row.id }
}

/// A page of a table, as it is asked for.
public struct PageRequest: Sendable {
    /// Where the page starts: ``Page/next`` of the page before; `nil` for the first page.
    public var cursor: String?
    /// The largest number of rows, 1 to 1,000.
    public var limit: Int

    /// Asks for a page.
    public init(cursor: String? = nil, limit: Int = 100) { (self.cursor, self.limit) = (cursor, limit) }
}

/// A page of a table. It may hold fewer rows than asked for. Only a page without `next` is the last one.
public struct Page<Row: Sendable>: Sendable {
    /// The rows of the page.
    public let rows: [Row]
    /// Where the next page starts; `nil` after the last page.
    public let next: String?
    /// Rows that sum up all pages.
    public let totals: [Row]
    /// What the filters left open, for example the days that the page is about.
    public let note: Words

    /// Makes a page.
    public init(_ rows: [Row], next: String? = nil, totals: [Row] = [], note: Words = "") {
        (self.rows, self.next, self.totals, self.note) = (rows, next, totals, note)
    }
}

/// One column of a table.
public struct Column<Row: Sendable>: Sendable {
    /// The name in files, in documents and for sorting.
    public let name: String
    /// The head of the column.
    public let label: Words
    /// The kind of its cells.
    public let kind: CellKind
    /// The words of all states that a column of states can show, for translators; empty for other columns.
    public let states: [Words]
    /// The cell of a row.
    public let cell: @Sendable (Row) -> Cell
    /// What the cell leads to.
    public let link: @Sendable (Row) -> (any Surface)?

    /// A column with the values of a property: `Column("sent", "Sent", \.sentAt)`.
    public init<Value: CellValue>(
        _ name: SurfaceName, _ label: Words, _ value: @escaping @Sendable (Row) -> Value,
        link: @escaping @Sendable (Row) -> (any Surface)? = { _ in nil }
    ) { self.init(name: name.description, label: label, kind: Value.cellKind, cell: { value($0).cell }, link: link) }

    @available(
        *, unavailable, message: "the values are no CellValue: show a MemberValue for a member, and a name for an id"
    )
    public init<Value>(_ name: SurfaceName, _ label: Words, _ value: @escaping @Sendable (Row) -> Value) {
        self.init(name: name.description, label: label, kind: .text) { _ in .none }
    }

    /// A column whose name comes from data.
    public init(
        name: String, label: Words, kind: CellKind, cell: @escaping @Sendable (Row) -> Cell,
        link: @escaping @Sendable (Row) -> (any Surface)? = { _ in nil }
    ) {
        (self.name, self.label, self.kind, self.cell, self.link) = (name, label, kind, cell, link)
        states = []
    }

    /// A column with a state, one of the cases of an enumeration: `Column("state", "State", \.state, words: \.words, tone: \.tone)`.
    public init<State: CaseIterable & Sendable>(
        _ name: SurfaceName, _ label: Words, _ state: @escaping @Sendable (Row) -> State?,
        words: @escaping @Sendable (State) -> Words, tone: @escaping @Sendable (State) -> Tone
    ) {
        (self.name, self.label, kind) = (name.description, label, .state)
        cell = { row in state(row).map { .state(words($0), tone($0)) } ?? .none }
        link = { _ in nil }
        states = State.allCases.map(words)
    }

    /// A column with one of two states: `Column("state", "State", \.isOpen, StateValue("open", .good), else: …)`.
    public init(
        _ name: SurfaceName, _ label: Words, _ condition: @escaping @Sendable (Row) -> Bool, _ state: StateValue,
        else other: StateValue
    ) {
        (self.name, self.label, kind) = (name.description, label, .state)
        cell = { condition($0) ? state.cell : other.cell }
        link = { _ in nil }
        states = [state.words, other.words]
    }
}
