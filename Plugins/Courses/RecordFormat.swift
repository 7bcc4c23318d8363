internal import AtriumCSV
internal import Foundation

/// The forms in which a learning record is imported.
public enum RecordFormat: Sendable {
    /// A table as `CSVTableReader` reads it, with a header that names these columns in any order, among others: `id`, `email`,
    /// `course`, `event`, `date`, and as wished `minutes` and `progress`. `event` is the name of a ``Learning/Kind``; `date` is
    /// `YYYY-MM-DD` (the start of the day in the organization's time zone) or a moment by ISO 8601 with its offset.
    case csv
    /// Statements of xAPI 1.0.3, as one JSON array, one after the other, or in the answer of a learning record store
    /// (`{"statements": […], "more": "…"}`). The verbs `initialized`, `progressed`, `completed`,
    /// `passed`, `failed` and `voided` are read, others skipped; an activity is a course by its id or link. What completes a
    /// course says ``Courses/completionRule``. Whoever is not enrolled is enrolled by the first statement about them, at its
    /// time; which ends are another attempt says ``Courses/retakes``.
    case xapi

    func reader(zone: TimeZone, _ completionRule: CompletionRule) -> any LineReader {
        switch self {
        case .csv: CSVLineReader(zone: zone)
        case .xapi: StatementLineReader(completionRule)
        }
    }
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
}
