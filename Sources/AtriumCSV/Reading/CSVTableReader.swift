/// Reads the rows of a text whose first record names its columns, in any order and case: an enumeration of those that are
/// known. The text comes in chunks, as for ``CSVReader``.
///
/// It reads what spreadsheets and other platforms write: fields separated by comma, semicolon or tab, blanks around names,
/// cells and quotes, rows and columns in which nothing stands, UTF-8 and UTF-16 with a byte-order mark. Columns that nobody asked
/// for are ignored, and named in ``ignoredColumns``.
///
/// An apostrophe in front of a cell belongs to it, unless the file says that it protects its cells by ``CSVField/safe(_:)``:
/// a name in the header begins with one then. ``CSVLine/header(_:)`` writes such a header.
public struct CSVTableReader<Column: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Column.RawValue == String {
    /// Where a row begins, and whether it can be read.
    public struct Row: Sendable, Equatable {
        /// From 1.
        public let line: Int
        /// Why the cells are not to be read: a sentence with the rule and the remedy, which quotes nothing of the text.
        public let fault: String?
    }

    /// The names of the header, as they stand there, whose columns are not read.
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
    /// How many fields a row has at least, and at most if those behind show anything.
    private var width = 0...0
    private var isProtected = false
    private var isFinished = false

    /// A reader of a text whose header may lack some columns, and name some more than once.
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
        take { (decoder: inout CSVDecoder) throws(CSVEncodingFault) in try decoder.decode(chunk) }
    }

    /// Ends the text.
    public mutating func finish() {
        take { (decoder: inout CSVDecoder) throws(CSVEncodingFault) in try decoder.finish() }
        isFinished = true
        if search == nil { reader.finish() } else { search?.finish() }
    }

    private mutating func take(_ decode: (inout CSVDecoder) throws(CSVEncodingFault) -> [UInt8]) {
        guard fault == nil else { return }
        do throws(CSVEncodingFault) {
            let text = try decode(&decoder)
            if search == nil { reader.append(text) } else { search?.append(text) }
        } catch {
            fault = .encoding(error)
        }
    }

    /// Steps to the next row, those that show nothing left out; `nil` where more is to be appended, and at the end. Throws where
    /// the header cannot be used.
    public mutating func next() throws(CSVHeaderFault) -> Row? {
        if let fault { throw headerFault(fault) }
        guard try readHeader() else { return nil }
        do throws(CSVFault) {
            while try reader.next(&record) {
                // Spreadsheets end files with rows in which nothing stands.
                if record.isBlank { continue }
                return Row(line: record.line(of: 0), fault: widthFault)
            }
            return nil
        } catch {
            return Row(line: error.line, fault: "column \(error.column): \(known(error).problem.rawValue)")
        }
    }

    /// A cell of the current row without the blanks around it; empty where the header or the row lacks it. The cells of a row
    /// with a fault mean nothing.
    public func text(_ column: Column) -> String { columns[column]?.first.map(text) ?? "" }

    /// The cells of a column that the header may name more than once.
    public func texts(_ column: Column) -> [String] { columns[column, default: []].map(text) }

    private func text(_ index: Int) -> String {
        guard index < record.count else { return "" }
        let text = record.trimmed(index)
        return isProtected ? CSVField.original(text) : text
    }

    /// Spreadsheets leave out fields at the end of a row in which nothing stands, and add some.
    private var widthFault: String? {
        if record.count < width.lowerBound { return "the row ends before its last column that is needed; fill it in" }
        let isTooLong = (width.upperBound..<max(width.upperBound, record.count)).contains {
            !record.trimmed($0).isEmpty
        }
        return isTooLong ? "the row has more fields than the header has columns; quote what holds a separator" : nil
    }

    // MARK: - Header

    /// Reads the header if it is not read yet; false where more is to be appended.
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

    /// What is wrong with a column's being absent.
    private func absence(of column: Column) -> CSVHeaderFault.Problem? {
        let names = mapping.filter { $0.value == column }.keys.sorted()
        if !names.isEmpty { return .mappedToNothing(column.rawValue, names) }
        if optional.contains(column) { return nil }
        return mapping.isEmpty ? .missing(column.rawValue) : .unmapped(column.rawValue)
    }

    private func column(_ name: String) -> Column? {
        Self.key(name).flatMap { names[$0] ?? names[CSVField.original($0)] }
    }

    /// How a name is compared: in any case, each row of blanks as one, hyphens of any kind as one. A name of more than 1,000
    /// bytes is none: comparing it by Unicode's rules may take as long as the square of its length.
    private static func key(_ name: String) -> String? {
        guard name.utf8.count <= 1_000 else { return nil }
        var letters: [Unicode.Scalar] = []
        // The small form of the Turkish İ is an i and a dot.
        for scalar in name.lowercased().unicodeScalars where scalar != "\u{307}" || letters.last != "i" {
            letters.append(scalar)
        }
        let words = letters.split { $0.isBlank }.map { word in
            String(String.UnicodeScalarView(word.map { (0x2010...0x2015).contains($0.value) ? "-" : $0 }))
        }
        return words.joined(separator: " ")
    }

    /// What is no UTF-8 is half of a pair in UTF-16, and otherwise maybe another encoding.
    private func known(_ fault: CSVFault) -> CSVFault {
        guard fault.problem == .notUTF8 else { return fault }
        let problem = decoder.isUTF16 ? CSVFault.Problem.halfPair : .unknownEncoding
        return CSVFault(line: fault.line, column: fault.column, problem: problem)
    }

    /// The fault, which stays.
    private mutating func headerFault(_ problem: CSVHeaderFault.Problem) -> CSVHeaderFault {
        fault = problem
        return CSVHeaderFault(problem: problem, columns: Column.allCases.map(\.rawValue))
    }
}
