/// Reads the rows of a text whose first record names its columns, in any order and case: an enumeration of those that are
/// known. The text comes in chunks, as for ``CSVReader``.
public struct CSVTableReader<Column: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Column.RawValue == String {
    /// Where a row begins, and whether it can be read.
    public struct Row: Sendable, Equatable {
        /// From 1.
        public let line: Int
        /// Why the cells are not to be read: a sentence with the rule and the remedy, which quotes nothing of the text.
        public let fault: String?
    }

    private let optional: Set<Column>
    private var reader: CSVReader
    private var record = CSVRecord()
    private var columns: [Column: Int] = [:]
    /// How many columns there are; 0 until the header is read.
    private var width = 0
    private var isFinished = false

    /// A reader of a text whose header may lack some columns.
    public init(optional: Set<Column> = [], recordLimit: Int = 1 << 20) {
        self.optional = optional
        reader = CSVReader(recordLimit: recordLimit)
    }

    /// Adds the next chunk of the text.
    public mutating func append(_ chunk: some Sequence<UInt8>) { reader.append(chunk) }

    /// Ends the text.
    public mutating func finish() {
        reader.finish()
        isFinished = true
    }

    /// Steps to the next row, blank lines left out; `nil` where more is to be appended, and at the end. Throws where the header
    /// cannot be used.
    public mutating func next() throws(CSVHeaderFault) -> Row? {
        if width == 0 {
            guard try readHeader() else { return nil }
        }
        do throws(CSVFault) {
            while try reader.next(&record) {
                // Spreadsheets end files with blank lines.
                if record.count == 1, record[0].isEmpty { continue }
                let fits = record.count == width
                return Row(
                    line: record.line(of: 0),
                    fault: fits ? nil : "the row has not one field for each column; give each one")
            }
            return nil
        } catch {
            return Row(line: error.line, fault: error.problem.rawValue)
        }
    }

    /// A cell of the current row, without the apostrophe that protects it in a spreadsheet; empty where the header or the row
    /// lacks it. The cells of a row with a fault mean nothing.
    public func text(_ column: Column) -> String {
        columns[column].flatMap { $0 < record.count ? text($0) : nil } ?? ""
    }

    private func text(_ index: Int) -> String { CSVField.original(String(decoding: record[index], as: UTF8.self)) }

    /// Reads the header; false where more is to be appended.
    private mutating func readHeader() throws(CSVHeaderFault) -> Bool {
        guard let hasHeader = try? reader.next(&record) else { throw fault(.unreadable) }
        guard hasHeader else {
            if isFinished { throw fault(.unreadable) }
            return false
        }
        for index in 0..<record.count {
            // By bytes: comparing a foreign text by Unicode's rules may take as long as the square of its length.
            let name = text(index).lowercased().utf8
            guard let column = Column.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else {
                throw fault(.unknown(index + 1))
            }
            guard columns.updateValue(index, forKey: column) == nil else { throw fault(.repeated(column.rawValue)) }
        }
        for column in Column.allCases where !optional.contains(column) && columns[column] == nil {
            throw fault(.missing(column.rawValue))
        }
        width = record.count
        return true
    }

    private func fault(_ problem: CSVHeaderFault.Problem) -> CSVHeaderFault {
        CSVHeaderFault(problem: problem, columns: Column.allCases.map(\.rawValue))
    }
}

/// Why the first record of a text cannot be used as its header. Nothing of the text was read.
public struct CSVHeaderFault: Error, Equatable, CustomStringConvertible {
    public enum Problem: Sendable, Equatable {
        /// There is none, or it is no record.
        case unreadable
        case missing(String)
        case repeated(String)
        /// The column with this number, from 1, is not known by its name, which is not quoted.
        case unknown(Int)
    }

    public let problem: Problem
    /// The names that are known.
    public let columns: [String]

    public var description: String {
        let known = columns.joined(separator: ", ")
        return switch problem {
        case .unreadable: "the first line cannot be read as a header; name the columns there, of \(known)"
        case .missing(let name): "the header lacks the column '\(name)'; add it"
        case .repeated(let name): "the header has the column '\(name)' twice; keep one"
        case .unknown(let number): "column \(number) of the header is none of \(known); correct its name or take it out"
        }
    }
}
