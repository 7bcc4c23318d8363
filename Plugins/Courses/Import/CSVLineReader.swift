internal import Atrium
internal import AtriumCSV
internal import Foundation

/// Reads the lines of an import from CSV.
struct CSVLineReader: LineReader {
    /// Why a line with a wrong cell is refused.
    private enum Fault: String, ExplainedError {
        case date = "'date' is neither a day like 2026-01-31 nor a moment like 2026-01-31T09:00:00Z; correct it"
        case minutes = "'minutes' is not a whole number; write it in digits or leave it empty"
        case progress = "'progress' is not a whole number; write it in digits or leave it empty"
    }

    private let zone: TimeZone
    private var table: CSVTableReader<RecordColumn>
    private var times: [String: (moment: Date, day: Day?)] = [:]

    init(_ form: CSVForm<RecordColumn>, zone: TimeZone) {
        self.zone = zone
        table = CSVTableReader(form, optional: [.minutes, .progress])
    }

    mutating func append(_ chunk: [UInt8]) { table.append(chunk) }

    mutating func finish() { table.finish() }

    mutating func next() throws(CSVHeaderFault) -> ImportLine? {
        guard let row = try table.next() else { return nil }
        if let fault = row.fault { return ImportLine(number: row.line, id: nil, content: .decided(.refused(fault))) }
        return ImportLine(number: row.line, id: table.text(.id), content: content())
    }

    let more: String? = nil

    var ignoredColumns: [String] { table.ignoredColumns.map { TextRule.line(of: $0, upTo: 80) } }

    // MARK: - Cells

    private mutating func content() -> ImportLine.Content {
        let event = table.text(.event)
        // A long text is no event, so it is not worth changing its case.
        guard event.utf8.count <= 20, let kind = Learning.Kind(rawValue: event.lowercased()) else {
            let kinds = Learning.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            return .decided(.refused("the event \(ImportOutcome.shown(event))is not one of \(kinds); correct it"))
        }
        do { return .statement(.report(try report(kind))) } catch { return .decided(.refused(error)) }
    }

    private mutating func report(_ kind: Learning.Kind) throws -> ImportedReport {
        let learning = try Learning(
            kind, minutes: number(.minutes, or: .minutes), percent: number(.progress, or: .progress))
        let time = try time()
        return try ImportedReport(
            id: table.text(.id), learner: Learner(try EmailAddress(table.text(.email))), course: table.text(.course),
            learning, effectiveAt: time.moment, day: time.day, mayEnrol: false, digest: nil)
    }

    /// A moment, or a day with the moment at which it begins in `zone`.
    private mutating func time() throws(Fault) -> (moment: Date, day: Day?) {
        let text = table.text(.date)
        guard text.utf8.count == 10 else {
            guard let moment = Date(iso8601: text) else { throw .date }
            return (moment, nil)
        }
        if let known = times[text] { return known }
        guard let day = Day(text) else { throw .date }
        // Most sources have few different days, so the cache is rarely emptied.
        if times.count == 10_000 { times.removeAll() }
        let time = (moment: day.start(in: zone), day: day)
        times[text] = time
        return time
    }

    private func number(_ column: RecordColumn, or fault: Fault) throws(Fault) -> Int? {
        let text = table.text(column)
        if text.isEmpty { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { throw fault }
        return number
    }
}
