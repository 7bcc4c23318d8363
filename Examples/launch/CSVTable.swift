import AtriumCSV

/// A file of the data. It is read row by row, and its cells by the columns of the header. The columns may be in any order.
/// Columns that nobody reads are ignored, but they must also be valid RFC 4180 and UTF-8.
struct CSVTable {
    /// A column that is read: its name, and its position from 0.
    struct Column {
        let name: String
        let index: Int
    }

    let file: String
    private var reader: CSVReader
    private var row = CSVRecord()
    private var header: [String] = []

    /// Reads the header. Throws if there is none, or if it has a name twice.
    init(_ file: DataFolder.File) throws(DatasetFault) {
        self.file = file.name
        reader = CSVReader(file.bytes)
        guard try readRow() else {
            throw DatasetFault(file: file.name, line: 1, column: 1, "the file is empty; name its columns here")
        }
        for index in 0..<row.count {
            let name = String(decoding: row[index], as: UTF8.self)
            if let first = header.firstIndex(of: name) {
                throw fault(at: index, "the header has '\(excerpt(name))' in column \(first + 1) already; keep one")
            }
            header.append(name)
        }
    }

    /// The column with this name. Throws if the header has no such column.
    func column(_ name: String) throws(DatasetFault) -> Column {
        guard let index = header.firstIndex(of: name) else {
            let problem = "the header has no column '\(name)'; add it"
            throw DatasetFault(file: file, line: 1, column: header.count + 1, problem)
        }
        return Column(name: name, index: index)
    }

    /// Steps to the next row. Returns false at the end. Throws if the row does not have one field for each column of the
    /// header.
    mutating func next() throws(DatasetFault) -> Bool {
        guard try readRow() else { return false }
        guard row.count != header.count else { return true }
        let fields = "\(row.count) field\(row.count == 1 ? "" : "s")"
        let columns = "\(header.count) column\(header.count == 1 ? "" : "s")"
        let problem = "the row has \(fields), but the header has \(columns); give the row one field for each column"
        if row.count > header.count { throw fault(at: header.count, problem) }
        throw fault(at: row.count, line: row.line(of: row.count - 1), problem)
    }

    /// The cell's bytes, which are UTF-8.
    subscript(column: Column) -> ArraySlice<UInt8> { row[column.index] }

    /// The line on which the cell begins.
    func line(of column: Column) -> Int { row.line(of: column.index) }

    /// A fault of the cell. The sentence quotes the cell before `problem`.
    func fault(in column: Column, _ problem: String) -> DatasetFault {
        let cell = String(decoding: self[column], as: UTF8.self)
        return fault(at: column.index, "'\(excerpt(cell))' \(problem)")
    }

    private func fault(at index: Int, line: Int? = nil, _ problem: String) -> DatasetFault {
        let name = header.indices.contains(index) ? excerpt(header[index]) : nil
        return DatasetFault(file: file, line: line ?? row.line(of: index), column: index + 1, named: name, problem)
    }

    private mutating func readRow() throws(DatasetFault) -> Bool {
        do throws(CSVFault) {
            return try reader.next(&row)
        } catch {
            let name = error.column <= header.count ? excerpt(header[error.column - 1]) : nil
            let problem = error.problem.rawValue
            throw DatasetFault(file: file, line: error.line, column: error.column, named: name, problem)
        }
    }
}
