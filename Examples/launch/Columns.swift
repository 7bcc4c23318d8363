/// Lines of text whose cells form columns, for a terminal.
enum Columns {
    enum Alignment { case left, right }

    static func lines(_ rows: [[String]], alignment: [Alignment]) -> [String] {
        let widths = alignment.indices.map { index in rows.map { $0[index].count }.max() ?? 0 }
        return rows.map { row in
            let cells = alignment.indices.map { index in
                let blank = String(repeating: " ", count: widths[index] - row[index].count)
                return alignment[index] == .left ? row[index] + blank : blank + row[index]
            }
            return "  " + cells.joined(separator: "  ")
        }
    }
}
