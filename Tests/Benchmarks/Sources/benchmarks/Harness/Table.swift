/// The rows as a text table.
struct Table {
    static let header = [
        "work", "unit", "ours", "raw C", "peer", "× raw C", "× as fast as peer", "A/A", "target", "met",
    ]

    let rows: [TableRow]

    var text: String {
        let cells = [Self.header] + rows.map(Self.cells)
        let widths = Self.header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let lines = cells.map { line in
            let padded = line.enumerated().map { column, cell in
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                return (2...7).contains(column) ? gap + cell : cell + gap
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    private static func cells(of row: TableRow) -> [String] {
        let figure = { (value: Double?) in value.map(Figures.short) ?? "" }
        return [
            row.name, row.unit.name, figure(row.ours), figure(row.raw), figure(row.peer), figure(row.ratioToRaw),
            figure(row.ratioToPeer), figure(row.control), row.target?.description ?? "",
            row.target == nil ? "" : row.isMet ? "yes" : "NO",
        ]
    }
}
