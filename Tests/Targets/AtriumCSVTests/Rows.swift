import AtriumCSV

/// The columns of a list of people.
enum PersonColumn: String, CaseIterable { case email, role, teams }

/// The result of a list of people: its rows as `line email|role|teams` or `line: fault`, and the ignored columns.
struct Rows: Equatable {
    let rows: [String]
    let ignored: [String]

    /// Reads a file in chunks of `chunk` bytes.
    init(_ bytes: [UInt8], _ form: CSVForm<PersonColumn> = CSVForm(), chunk: Int = 1000) throws {
        var table = CSVTableReader(form, optional: [.role, .teams], repeatable: [.teams])
        var rows: [String] = []
        func read() throws {
            while let row = try table.next() {
                let cells = [table.text(.email), table.text(.role)] + table.texts(.teams)
                rows.append("\(row.line)" + (row.fault.map { ": \($0)" } ?? " \(cells.joined(separator: "|"))"))
            }
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            table.append(rest.prefix(chunk))
            rest = rest.dropFirst(chunk)
            try read()
        }
        table.finish()
        try read()
        (self.rows, ignored) = (rows, table.ignoredColumns)
    }

    init(_ text: String, _ form: CSVForm<PersonColumn> = CSVForm(), chunk: Int = 1000) throws {
        try self.init(Array(text.utf8), form, chunk: chunk)
    }
}

/// A text as UTF-16 with a byte-order mark.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? bytes : bytes.reversed()
    }
}
