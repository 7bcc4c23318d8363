public import Atrium
internal import AtriumCSV
public import Foundation

/// Everything that an organization holds of a person, as files: a page to read, one JSON file for programs, and a CSV file for
/// each table.
public struct PersonalExport: Sendable {
    /// One of its files.
    public struct File: Sendable, Equatable {
        /// The name of the file.
        public let name: String
        /// The media type.
        public let mediaType: String
        /// The content.
        public let text: String
    }

    /// What the export has of one table.
    public struct Part: Sendable, Equatable {
        /// What the rows are, for the person.
        public let title: Words
        /// How many rows there are.
        public let count: Int
    }

    /// The name of the organization.
    let organization: String
    /// The person.
    let member: MemberID
    let madeAt: Date
    let timeZone: TimeZone
    /// The language in which the person reads.
    let language: Language
    let records: [PersonalRecord]

    /// What it has, by tables. Tables without a row about the person are left out.
    public var parts: [Part] { filled.map { Part(title: $0.title, count: $0.rows.count) } }

    /// The files. The page to read is the first. Throws if one cannot be written, so that nobody gets a part for the whole.
    public var files: [File] {
        get throws {
            [
                File(name: "index.html", mediaType: "text/html; charset=utf-8", text: html),
                File(name: "data.json", mediaType: "application/json", text: try json()),
            ] + tables
        }
    }

    /// Writes the files into a new folder, which only its owner can open. Throws if something is there already.
    public func write(to folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        for file in try files {
            try Data(file.text.utf8).write(to: folder.appending(path: file.name), options: .withoutOverwriting)
        }
    }

    var filled: [PersonalRecord] { records.filter { !$0.rows.isEmpty } }

    // MARK: - CSV and JSON

    /// A file for each table. If rows of one table belong to the person in several ways, the further files have numbers.
    private var tables: [File] {
        var counts: [String: Int] = [:]
        return filled.map { record in
            let count = counts[record.table, default: 0] + 1
            counts[record.table] = count
            let name = count == 1 ? record.table : "\(record.table)-\(count)"
            return File(name: "\(name).csv", mediaType: "text/csv; charset=utf-8", text: csv(of: record))
        }
    }

    private func csv(of record: PersonalRecord) -> String {
        let header = CSVLine.text(record.columns.map(\.name))
        return header + record.rows.map { CSVLine.text($0.map { CSVField.safe(plain($0)) }) }.joined()
    }

    /// A value for programs: times in UTC, as in ISO 8601.
    private func plain(_ value: PersonalRecord.Value) -> String {
        switch value {
        case .none: ""
        case .text(let text): text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .time(let moment): moment.formatted(.iso8601)
        case .day(let day): day.description
        }
    }

    private func json() throws -> String {
        let document = Document(
            organization: organization, member: member.description, madeAt: madeAt.formatted(.iso8601),
            tables: records.map { record in
                let rows = record.rows.map { row in
                    let fields = zip(record.columns, row).map { ($0.name, $1 == .none ? nil : plain($1)) }
                    return Dictionary(fields) { first, _ in first }
                }
                return Document.Table(table: record.table, title: language.text(record.title), rows: rows)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    private struct Document: Encodable {
        struct Table: Encodable {
            let table: String
            let title: String
            let rows: [[String: String?]]
        }

        let organization: String
        let member: String
        let madeAt: String
        let tables: [Table]
    }
}
