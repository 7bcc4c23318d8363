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
    /// What people read instead of rows while there are none: why, or what to do. If it is empty, renderers say it in general
    /// words.
    static var whenEmpty: Words { get }
    /// Reads a page.
    func page(_ request: PageRequest, in service: Provider.Service, for caller: Caller) async throws -> Page<Row>
}

extension Table {
    public static var whenEmpty: Words { "" }
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

    /// The page of rows that a service gives all at once. Its cursor is the number of rows before it.
    public init(
        of all: [Row], _ request: PageRequest, totals: [Row] = [], note: Words = ""
    ) throws(CursorError) {
        let start = request.cursor.map { Int($0) } ?? 0
        guard let start, start >= 0 else { throw .unreadable }
        let rest = all.dropFirst(start)
        let next = rest.count > request.limit ? String(start + request.limit) : nil
        self.init(Array(rest.prefix(request.limit)), next: next, totals: totals, note: note)
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
    /// The cell of a row.
    public let cell: @Sendable (Row) -> Cell
    /// What the cell leads to.
    public let link: @Sendable (Row) -> (any Surface)?

    /// A column with the values of a property: `Column("sent", "Sent", \.sentAt)`.
    public init<Value: CellValue>(
        _ name: SurfaceName, _ label: Words, _ value: @escaping @Sendable (Row) -> Value,
        link: @escaping @Sendable (Row) -> (any Surface)? = { _ in nil }
    ) { self.init(name: name.description, label: label, kind: Value.cellKind, cell: { value($0).cell }, link: link) }

    /// A column whose name comes from data.
    public init(
        name: String, label: Words, kind: CellKind, cell: @escaping @Sendable (Row) -> Cell,
        link: @escaping @Sendable (Row) -> (any Surface)? = { _ in nil }
    ) { (self.name, self.label, self.kind, self.cell, self.link) = (name, label, kind, cell, link) }
}
