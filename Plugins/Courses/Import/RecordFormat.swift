public import AtriumCSV
internal import Foundation

/// The format of an imported learning record: CSV or xAPI.
public struct RecordFormat: Sendable, Equatable {
    private enum Kind: Equatable {
        case csv(CSVForm<RecordColumn>)
        case xapi
    }

    private let kind: Kind

    /// A table as `CSVTableReader` reads it. Its header names the columns of ``RecordColumn`` in any order; it may also name
    /// others.
    public static let csv = csv(CSVForm())

    /// The same, but with the file's own names for these columns, or in another encoding.
    public static func csv(_ form: CSVForm<RecordColumn>) -> RecordFormat { RecordFormat(kind: .csv(form)) }

    /// Statements of xAPI 1.0.3, as one JSON array, one after the other, or in the answer of a learning record store
    /// (`{"statements": […], "more": "…"}`). The verbs `initialized`, `progressed`, `completed`, `passed`, `failed` and
    /// `voided` are read; others are skipped. An activity is a course, by its id or its link. ``Courses/completionRule`` says
    /// which statements complete a course. The first statement about a member enrols the member, at its time.
    /// ``Courses/retakes`` says which ends are another attempt.
    public static let xapi = RecordFormat(kind: .xapi)

    func reader(zone: TimeZone, _ completionRule: CompletionRule) -> any LineReader {
        switch kind {
        case .csv(let form): CSVLineReader(form, zone: zone)
        case .xapi: StatementLineReader(completionRule)
        }
    }
}

/// The columns of a learning record.
public enum RecordColumn: String, CaseIterable, Sendable {
    /// The id that the source gives the entry.
    case id
    /// The learner's e-mail address.
    case email
    /// The id of a course, or its link.
    case course
    /// The name of a ``Learning/Kind``.
    case event
    /// `YYYY-MM-DD` (the start of the day in the organization's time zone) or a moment by ISO 8601 with its offset.
    case date
    /// The minutes spent, a whole number. The column may be missing, and a cell may be empty.
    case minutes
    /// How much of the course is done, a whole number from 0 to 100. The column may be missing, and a cell may be empty.
    case progress
}

/// Cuts a source that arrives in chunks into lines.
protocol LineReader {
    mutating func append(_ chunk: [UInt8])
    /// Says that no more bytes follow.
    mutating func finish()
    /// The next line; `nil` if more bytes are needed, and at the end. Throws if the source as a whole cannot be read.
    mutating func next() throws(CSVHeaderFault) -> ImportLine?
    /// A link to the rest of the source, if the source gives one.
    var more: String? { get }
    /// The columns of the source that are not read, by their names in the header.
    var ignoredColumns: [String] { get }
}
