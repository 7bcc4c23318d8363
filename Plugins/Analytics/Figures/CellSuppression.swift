/// Decides which numbers are hidden in one part of a table's interval.
struct CellSuppression {
    private let limit: Int?
    private let aboutOne: (rows: Bool, total: Bool)
    private var rows: [KeyFigure.Part: [Bool]] = [:]
    private var total: [KeyFigure.Part: Bool] = [:]

    /// `limit` is the number of people that a number must come from. `rows` and `total` have the number of people that each
    /// number comes from. `aboutOne` tells whether each row is about one person, and whether all rows together are.
    init(
        _ limit: Int?, aboutOne: (rows: Bool, total: Bool), rows people: [FigureReader.Counts],
        total whole: FigureReader.Counts?
    ) {
        (self.limit, self.aboutOne) = (limit, aboutOne)
        guard let limit else { return }
        let groups = SmallGroups(limit: limit)
        for part in Measure.allCases.map(KeyFigure.Part.sum) + [.active, .members] {
            let hidden = groups.hidden(people: people.map { $0[part] }, total: whole?[part])
            (rows[part], total[part]) = (hidden.rows, hidden.total)
        }
    }

    /// Whether a figure is hidden in a row, or in the total if `row` is `nil`. If there is a limit, a figure about one person
    /// is always hidden, whether the person did something or nothing.
    func hides(_ figure: KeyFigure, row: Int?) -> Bool {
        if row == nil ? aboutOne.total : aboutOne.rows { return limit != nil }
        return figure.parts.contains { part in
            if let row { rows[part]?[row] ?? false } else { total[part] ?? false }
        }
    }
}

extension FigureReader.Counts {
    subscript(part: KeyFigure.Part) -> Int {
        switch part {
        case .sum(let measure): counts[measure]
        case .active: active
        case .members: members
        }
    }
}
