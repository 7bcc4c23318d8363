public import AtriumCSV
internal import Foundation

/// The forms in which a learning record is imported.
public struct RecordFormat: Sendable, Equatable {
    private enum Kind: Equatable {
        case csv(CSVForm<RecordColumn>)
        case xapi
    }

    private let kind: Kind

    /// A table as `CSVTableReader` reads it, with a header that names the columns of ``RecordColumn`` in any order, among others.
    public static let csv = csv(CSVForm())

    /// The same with the file's own names of these columns, or in another encoding.
    public static func csv(_ form: CSVForm<RecordColumn>) -> RecordFormat { RecordFormat(kind: .csv(form)) }

    /// Statements of xAPI 1.0.3, as one JSON array, one after the other, or in the answer of a learning record store
    /// (`{"statements": […], "more": "…"}`). The verbs `initialized`, `progressed`, `completed`,
    /// `passed`, `failed` and `voided` are read, others skipped; an activity is a course by its id or link.
    /// ``Courses/completionRule`` says which of them complete a course. The first statement about a member enrols them, at its
    /// time. ``Courses/retakes`` says which ends are another attempt.
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
    case id, email
    /// The id of a course, or its link.
    case course
    /// The name of a ``Learning/Kind``.
    case event
    /// `YYYY-MM-DD` (the start of the day in the organization's time zone) or a moment by ISO 8601 with its offset.
    case date
    /// Whole numbers; the column may be missing, and a cell empty.
    case minutes, progress
}

/// Cuts a source that comes in chunks into lines.
protocol LineReader {
    mutating func append(_ chunk: [UInt8])
    /// Says that nothing more comes.
    mutating func finish()
    /// The next line; `nil` where more bytes are needed, and at the end. Throws where the source as a whole cannot be read.
    mutating func next() throws(CSVHeaderFault) -> ImportLine?
    /// Where the source says that there is more of it.
    var more: String? { get }
    /// The columns of the source that are not read, as its header names them.
    var ignoredColumns: [String] { get }
}
