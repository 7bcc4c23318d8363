public import AtriumValues

/// Reads the rows of a text whose first record names its columns, in any order and case. The known columns are the cases of an
/// enumeration. The text comes in chunks, as for ``CSVReader``.
///
/// It reads what spreadsheets and other platforms write: fields separated by comma, semicolon or tab; blanks around names,
/// cells and quotes; blank rows and columns; UTF-8, and UTF-16 with a byte-order mark. Unknown columns are ignored, and
/// ``ignoredColumns`` names them.
///
/// An apostrophe at the start of a cell belongs to the cell, unless the file says that ``CSVField/safe(_:)`` protects its
/// cells: then a name in the header begins with an apostrophe. ``CSVLine/header(_:)`` writes such a header.
public struct CSVTableReader<Column: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Column.RawValue == String {
    /// Where a row begins, and whether it can be read.
    public struct Row: Sendable, Equatable {
        /// The line of the text on which the row begins, from 1.
        public let line: Int
        /// Why the cells cannot be used, as a sentence with the rule and the remedy; `nil` if they can. It quotes nothing of
        /// the text.
        public let fault: Words?
    }

    /// The names of the columns that are not read, as the header writes them.
    public private(set) var ignoredColumns: [String] = []

    private let mapping: [String: Column]
    private let names: [String: Column]
    private let optional: Set<Column>
    private let repeatable: Set<Column>
    private var decoder: CSVDecoder
    private var fault: CSVHeaderFault.Problem?
    /// `nil` once the header is read.
    private var search: CSVHeaderSearch?
    private var reader: CSVReader
    private var record = CSVRecord()
    private var columns: [Column: [Int]] = [:]
    /// The fewest fields that a row may have, and the most. Further fields are allowed if they are blank.
    private var width = 0...0
    private var isProtected = false
    private var isFinished = false

    /// Makes a reader. The header may lack the columns in `optional`, and may name the columns in `repeatable` more than once.
    /// A record of more than `recordLimit` bytes is a fault.
    public init(
        _ form: CSVForm<Column> = CSVForm(), optional: Set<Column> = [], repeatable: Set<Column> = [],
        recordLimit: Int = 1 << 20
    ) {
        let own = Column.allCases.map { ($0.rawValue, $0) }
        mapping = form.mapping
        let known = form.mapping.isEmpty ? own : form.mapping.map { ($0.key, $0.value) }
        names = Dictionary(known.compactMap { name, column in Self.key(name).map { ($0, column) } }) { first, _ in first
        }
        (self.optional, self.repeatable) = (optional, repeatable)
        decoder = CSVDecoder(form.encoding)
        search = CSVHeaderSearch(recordLimit: recordLimit)
        reader = CSVReader(recordLimit: recordLimit)
    }

    /// Adds the next chunk of the text.
    public mutating func append(_ chunk: some Sequence<UInt8>) {
        let chunk = Array(chunk)
        append { (decoder: inout CSVDecoder) throws(CSVEncodingFault) in try decoder.decode(chunk) }
    }

    /// Ends the text.
    public mutating func finish() {
        append { (decoder: inout CSVDecoder) throws(CSVEncodingFault) in try decoder.finish() }
        isFinished = true
        if search == nil { reader.finish() } else { search?.finish() }
    }

    private mutating func append(_ decode: (inout CSVDecoder) throws(CSVEncodingFault) -> [UInt8]) {
        guard fault == nil else { return }
        do throws(CSVEncodingFault) {
            let text = try decode(&decoder)
            if search == nil { reader.append(text) } else { search?.append(text) }
        } catch {
            fault = .encoding(error)
        }
    }

    /// Steps to the next row that is not blank. Returns `nil` if more of the text is needed, and at the end. Throws if the
    /// header cannot be used.
    public mutating func next() throws(CSVHeaderFault) -> Row? {
        if let fault { throw headerFault(fault) }
        guard try readHeader() else { return nil }
        do throws(CSVFault) {
            while try reader.next(&record) {
                // Spreadsheets write blank rows at the end of a file.
                if record.isBlank { continue }
                return Row(line: record.line(of: 0), fault: widthFault)
            }
            return nil
        } catch {
            return Row(line: error.line, fault: "column \(error.column): \(known(error).problem.words)")
        }
    }

    /// A cell of the current row without the blanks around it; empty if the header or the row lacks it. The cells of a row with
    /// a fault have no meaning.
    public func text(_ column: Column) -> String { columns[column]?.first.map(text) ?? "" }

    /// All cells of a column in the current row, in the order of the header, which may name the column more than once.
    public func texts(_ column: Column) -> [String] { columns[column, default: []].map(text) }

    private func text(_ index: Int) -> String {
        guard index < record.count else { return "" }
        let text = record.trimmed(index)
        return isProtected ? CSVField.original(text) : text
    }

    /// What is wrong with the number of fields. Spreadsheets leave out blank fields at the end of a row, or add some.
    private var widthFault: Words? {
        if record.count < width.lowerBound { return "the row ends before the last needed column; fill it in" }
        let isTooLong = (width.upperBound..<max(width.upperBound, record.count)).contains {
            !record.trimmed($0).isEmpty
        }
        return isTooLong ? "the row has more fields than the header has columns; quote what holds a separator" : nil
    }

    // MARK: - Header

    /// Reads the header if it is not read yet. Returns false if more of the text is needed.
    private mutating func readHeader() throws(CSVHeaderFault) -> Bool {
        guard var search = self.search.take() else { return true }
        let outcome = search.next(isFinished: isFinished) { Set($0.compactMap(column)).count }
        switch outcome {
        case nil:
            self.search = search
            return false
        case .problem(.unreadable(let fault)): throw headerFault(.unreadable(known(fault)))
        case .problem(let problem): throw headerFault(problem)
        case .header(let header, let reader): (record, self.reader) = (header, reader)
        }
        for index in 0..<record.count {
            let name = record.trimmed(index)
            isProtected = isProtected || name.unicodeScalars.first == "'"
            if let column = column(name) {
                columns[column, default: []].append(index)
            } else if !name.isEmpty {
                ignoredColumns.append(name)
            }
        }
        for column in Column.allCases {
            let count = columns[column]?.count ?? 0
            if count == 0, let problem = absence(of: column) { throw headerFault(problem) }
            if count > 1, !repeatable.contains(column) { throw headerFault(.repeated(column.rawValue)) }
        }
        let needed = columns.filter { !optional.contains($0.key) }.values.joined().max() ?? 0
        width = needed + 1...max(needed + 1, record.count)
        return true
    }

    /// What is wrong if the header lacks a column; `nil` if it may lack it.
    private func absence(of column: Column) -> CSVHeaderFault.Problem? {
        let names = mapping.filter { $0.value == column }.keys.sorted()
        if !names.isEmpty { return .mappedToNothing(column.rawValue, names) }
        if optional.contains(column) { return nil }
        return mapping.isEmpty ? .missing(column.rawValue) : .unmapped(column.rawValue)
    }

    private func column(_ name: String) -> Column? {
        Self.key(name).flatMap { names[$0] ?? names[CSVField.original($0)] }
    }

    /// The form in which names are compared: without case, with each run of blanks as one, and with all kinds of hyphens as
    /// one. It is `nil` for a name of more than 1,000 bytes, because comparing such a name by Unicode's rules may take time in
    /// proportion to the square of its length.
    private static func key(_ name: String) -> String? {
        guard name.utf8.count <= 1_000 else { return nil }
        var letters: [Unicode.Scalar] = []
        // The small form of the Turkish İ is an i and a separate dot.
        for scalar in name.lowercased().unicodeScalars where scalar != "\u{307}" || letters.last != "i" {
            letters.append(scalar)
        }
        let words = letters.split { $0.isBlank }.map { word in
            String(String.UnicodeScalarView(word.map { (0x2010...0x2015).contains($0.value) ? "-" : $0 }))
        }
        return words.joined(separator: " ")
    }

    /// The fault with its cause. In a UTF-16 file, bytes that are not UTF-8 are half of a pair. In any other file they may be
    /// of another encoding.
    private func known(_ fault: CSVFault) -> CSVFault {
        guard fault.problem == .notUTF8 else { return fault }
        let problem = decoder.isUTF16 ? CSVFault.Problem.halfPair : .unknownEncoding
        return CSVFault(line: fault.line, column: fault.column, problem: problem)
    }

    /// Keeps the fault, so that later calls throw it too, and returns it.
    private mutating func headerFault(_ problem: CSVHeaderFault.Problem) -> CSVHeaderFault {
        fault = problem
        return CSVHeaderFault(problem: problem, columns: Column.allCases.map(\.rawValue))
    }
}
