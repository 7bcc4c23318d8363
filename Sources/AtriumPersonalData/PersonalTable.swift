public import AtriumStorage
public import AtriumValues

/// What one table holds of people: which of its rows are about a person, what the person gets of them, what an erasure does to
/// them, and when they are no longer needed.
///
/// A module lists its tables in `Module.personalData`, beside its schema. Every column with texts or bytes, and
/// every column that refers to a member, stands in one of the lists: it is exported, erased or kept. A check of `AtriumTesting`
/// finds columns that stand in none.
///
/// A text is its author's: an export has every text that a person wrote, and an erasure empties the texts that the person wrote
/// in their own name, such as messages and notes; texts in the organization's name, such as its pages and plans, stay. So a
/// column that says who did something is named `…_by`, and one declaration of its table selects and exports by it. The check
/// finds columns of this name that nothing exports.
///
/// ```swift
/// PersonalTable(
///     "suggestions_goal", "Your goals", of: .member("member_id"),
///     exporting: [.text("target", "Goal"), .day("by_day", "Last day"), .text("note", "Note")],
///     erasing: .columns(["note": "''"]), keeping: ["id", "member_id", "set_by", "set_as"])
/// ```
///
/// A table may have several declarations, if different rows belong to a person in different ways: a goal is its owner's, and its
/// note is also its author's.
public struct PersonalTable: Sendable {
    let name: StaticString
    /// What the rows are, for the person: "Your goals".
    package let title: Words
    let rows: PersonalRows
    let exported: [ExportedColumn]
    let erasure: Erasure
    let kept: [StaticString]
    /// When rows of the table, of all people, are no longer needed; `nil` if they stay.
    package let retention: Retention?

    /// Declares the rows of a table that are about a person.
    ///
    /// - Parameters:
    ///   - name: The name of the table.
    ///   - title: What the rows are, for the person who reads an export.
    ///   - rows: Which rows are about a person.
    ///   - exported: What the person gets of each row, in this order.
    ///   - erasure: What an erasure does to the rows.
    ///   - kept: Columns that stay as they are. They hold ids, kinds and codes, and nothing that says who somebody is.
    ///   - retention: When rows are no longer needed.
    public init(
        _ name: StaticString, _ title: Words, of rows: PersonalRows, exporting exported: [ExportedColumn] = [],
        erasing erasure: Erasure, keeping kept: [StaticString] = [], retention: Retention? = nil
    ) {
        (self.name, self.title, self.rows, self.exported) = (name, title, rows, exported)
        (self.erasure, self.kept, self.retention) = (erasure, kept, retention)
    }

    /// Declares a table that holds nothing about people. All its columns with texts or bytes are listed, so that a new one is
    /// thought about.
    public static func impersonal(_ name: StaticString, _ columns: StaticString...) -> PersonalTable {
        PersonalTable(name, "", of: .matching { _ in "FALSE" }, erasing: .nothing, keeping: columns)
    }
}

/// Which rows of a table are about a person.
public struct PersonalRows: Sendable {
    let condition: @Sendable (DataSubject) -> SQL
    /// The column that has the member's id; `nil` for another condition.
    let column: StaticString?

    /// The rows in which a column has the member's id.
    public static func member(_ column: StaticString) -> PersonalRows {
        PersonalRows(condition: { "\(SQL(stringLiteral: column)) = \($0.member)" }, column: column)
    }

    /// The rows that fulfil a condition.
    public static func matching(_ condition: @escaping @Sendable (DataSubject) -> SQL) -> PersonalRows {
        PersonalRows(condition: condition, column: nil)
    }
}

/// A column of an export.
public struct ExportedColumn: Sendable {
    /// How a value is written for a person.
    package enum Kind: Sendable { case text, number, time, day }

    package let name: StaticString
    /// What people read above the column.
    package let label: Words
    let kind: Kind
    let value: SQL
    /// Whether it is a column of the table, and not an expression.
    let isColumn: Bool

    /// A text, of a column or of an expression.
    public static func text(_ name: StaticString, _ label: Words, from value: SQL? = nil) -> ExportedColumn {
        .init(name, label, .text, value)
    }

    /// A number, of a column or of an expression.
    public static func number(_ name: StaticString, _ label: Words, from value: SQL? = nil) -> ExportedColumn {
        .init(name, label, .number, value)
    }

    /// A moment, stored as a `Date`.
    public static func time(_ name: StaticString, _ label: Words) -> ExportedColumn { .init(name, label, .time, nil) }

    /// A day, stored as a `Day`.
    public static func day(_ name: StaticString, _ label: Words) -> ExportedColumn { .init(name, label, .day, nil) }

    private init(_ name: StaticString, _ label: Words, _ kind: Kind, _ value: SQL?) {
        (self.name, self.label, self.kind) = (name, label, kind)
        self.value = value ?? SQL(stringLiteral: name)
        isColumn = value == nil
    }
}

/// What an erasure does to rows about a person.
public enum Erasure: Sendable {
    /// The rows are deleted.
    case rows
    /// Columns get other values, which are SQL expressions: `["note": "''"]`. The rows stay.
    case columns(KeyValuePairs<StaticString, SQL>)
    /// The rows stay as they are: they hold ids and numbers only.
    case nothing
}

/// When rows of a table are no longer needed. The organization decides how many days they are kept.
public struct Retention: Sendable {
    /// What goes: "Addresses of ended invitations".
    package let title: Words
    let since: SQL
    let condition: SQL
    let key: SQL
    let erasure: Erasure

    /// Declares when rows are no longer needed.
    ///
    /// - Parameters:
    ///   - title: What goes, for administrators.
    ///   - since: The column with the moment from which the days are counted.
    ///   - condition: Which rows may go. It must be false for rows that were erased before.
    ///   - key: The column that identifies a row, for work in pages.
    ///   - erasure: What happens to the rows.
    public init(
        _ title: Words, since: StaticString, when condition: SQL = "TRUE", by key: StaticString,
        erasing erasure: Erasure
    ) {
        (self.title, self.condition, self.erasure) = (title, condition, erasure)
        (self.since, self.key) = (SQL(stringLiteral: since), SQL(stringLiteral: key))
    }
}
