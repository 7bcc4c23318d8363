internal import Atrium
internal import AtriumCSV
internal import AtriumCourses

/// A table as CSV (RFC 4180). Each row is one line with `key`, `name`, `from`, `until` (the day after the last) and one column
/// for each figure, named by the figure's id. After a rate comes a column `<id>_of` with its number of cases.
///
/// The lines have the numbers that the table shows. Counts are whole numbers, and rates have six decimals. A cell without a
/// value is empty. A hidden cell is `<k`, where k is the limit of people. Names are made safe for spreadsheets;
/// `CSVField.original` gives them back. The totals come last, without a key.
extension FigureTable {
    /// The line with the names of the columns.
    public var csvHeader: String {
        CSVLine.text(
            ["key", "name", "from", "until"]
                + figures.flatMap { $0.unit == .rate ? [$0.id, "\($0.id)_of"] : [$0.id] })
    }

    /// One line for each row, and for each total.
    public var csvLines: [String] { csvRows + csvTotals }

    var csvRows: [String] { rows.map { line(of: $0, key: $0.subject.key) } }
    var csvTotals: [String] { totals.map { line(of: $0, key: "") } }

    private func line(of row: FigureRow, key: String) -> String {
        let cells = zip(figures, row.values).flatMap { figure, value in texts(of: value, isRate: figure.unit == .rate) }
        return CSVLine.text(
            [key, row.name, row.days.lowerBound.description, row.days.upperBound.description] + cells)
    }

    private func texts(of value: FigureValue, isRate: Bool) -> [String] {
        switch value {
        case .count(let count): [String(count)]
        case .rate(let part, let total): [Self.decimal(part, of: total), String(total)]
        case .none: isRate ? ["", ""] : [""]
        case .hidden: Array(repeating: "<\(smallGroup ?? 0)", count: isRate ? 2 : 1)
        }
    }

    /// The fraction `part / total` with six decimals, rounded down.
    private static func decimal(_ part: Int, of total: Int) -> String {
        let millionths = part * 1_000_000 / total
        let decimals = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - decimals.count) + decimals
    }
}

extension FigureRow.Subject {
    /// Names the subject in files.
    var key: String {
        switch self {
        case .organization: "organization"
        case .team(let id): id.description
        case .course(let id): id.description
        case .member(let id): id.description
        }
    }
}
