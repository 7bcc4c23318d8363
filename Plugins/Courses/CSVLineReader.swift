internal import Atrium
internal import AtriumCSV
internal import Foundation

/// Reads the lines of an import from CSV.
struct CSVLineReader: LineReader {
    /// The columns, by their names in the header.
    private enum Column: String, CaseIterable {
        case id, email, course, event, date, minutes, progress

        var isOptional: Bool { self == .minutes || self == .progress }
    }

    /// What is wrong with a cell, as the reason of a refusal.
    private enum Fault: String, Error, CustomStringConvertible {
        case fields = "the row has more or fewer fields than the header; give each column one"
        case event = "'event' is none of enrolled, initialized, activity, progressed, completed, failed and withdrawn"
        case date = "'date' is neither a day as 2026-01-31 nor a moment as 2026-01-31T09:00:00Z; correct it"
        case minutes = "'minutes' is not a whole number; write it in digits or leave it empty"
        case progress = "'progress' is not a whole number; write it in digits or leave it empty"

        var description: String { rawValue }
    }

    private let zone: TimeZone
    private var reader = CSVReader()
    private var record = CSVRecord()
    private var columns: [Column: Int] = [:]
    /// How many columns there are; 0 until the header is read.
    private var width = 0
    private var isFinished = false
    private var days: [String: (moment: Date, day: Day?)] = [:]

    init(zone: TimeZone) { self.zone = zone }

    mutating func append(_ chunk: [UInt8]) { reader.append(chunk) }

    mutating func finish() {
        reader.finish()
        isFinished = true
    }

    mutating func next() throws(ImportError) -> ImportLine? {
        if width == 0 {
            guard try readHeader() else { return nil }
        }
        do throws(CSVFault) {
            while try reader.next(&record) {
                // A blank line is no line of the record: spreadsheets end files so.
                if record.count == 1, width > 1, record[0].isEmpty { continue }
                return ImportLine(number: record.line(of: 0), content: content())
            }
            return nil
        } catch {
            return ImportLine(number: error.line, content: .settled(.refused(error.problem.rawValue)))
        }
    }

    /// Reads the header; false where more bytes are needed.
    private mutating func readHeader() throws(ImportError) -> Bool {
        guard let hasHeader = try? reader.next(&record) else { throw .noHeader }
        guard hasHeader else {
            if isFinished { throw .noHeader }
            return false
        }
        for index in 0..<record.count {
            guard let column = Column(rawValue: text(index).lowercased()) else { throw .unknownColumn(index + 1) }
            guard columns.updateValue(index, forKey: column) == nil else { throw .repeatedColumn(column.rawValue) }
        }
        for column in Column.allCases where !column.isOptional && columns[column] == nil {
            throw .missingColumn(column.rawValue)
        }
        width = record.count
        return true
    }

    // MARK: - Cells

    private mutating func content() -> ImportLine.Content {
        do {
            return .statement(.report(try report()))
        } catch {
            return .settled(.refused(error))
        }
    }

    private mutating func report() throws -> ImportedReport {
        guard record.count == width else { throw Fault.fields }
        guard let kind = Learning.Kind(rawValue: text(.event)) else { throw Fault.event }
        let learning = try Learning(
            kind, minutes: number(.minutes, or: .minutes), percent: number(.progress, or: .progress))
        let time = try time()
        return try ImportedReport(
            id: text(.id), learner: Learner(try EmailAddress(text(.email))), course: text(.course), learning,
            effectiveAt: time.moment, day: time.day, mayEnrol: false, digest: nil)
    }

    /// A moment, or a day with the moment at which it begins here.
    private mutating func time() throws(Fault) -> (moment: Date, day: Day?) {
        let text = text(.date)
        if let known = days[text] { return known }
        guard let day = Day(text) else {
            guard let moment = Date(rfc3339: text) else { throw .date }
            return (moment, nil)
        }
        // Few days come many times.
        if days.count == 10_000 { days.removeAll() }
        let time = (moment: day.start(in: zone), day: day)
        days[text] = time
        return time
    }

    private func number(_ column: Column, or fault: Fault) throws(Fault) -> Int? {
        guard let index = columns[column] else { return nil }
        let text = text(index)
        if text.isEmpty { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { throw fault }
        return number
    }

    private func text(_ column: Column) -> String { columns[column].map { text($0) } ?? "" }

    /// A cell without the apostrophe that protects it in a spreadsheet.
    private func text(_ index: Int) -> String { CSVField.original(String(decoding: record[index], as: UTF8.self)) }
}
