/// Which numbers of one part of a table are hidden.
struct CellSuppression {
    private let limit: Int?
    private let aboutOne: (rows: Bool, total: Bool)
    private var rows: [KeyFigure.Part: [Bool]] = [:]
    private var total: [KeyFigure.Part: Bool] = [:]

    /// `limit` is how many people a number needs; `rows` and `total` say how many there are behind each.
    /// `aboutOne` tells whether each row, and whether all of them, are about one person.
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

    /// Whether a figure is hidden in a row, or in the total. What is about one person is about too few, whether they did
    /// something or nothing.
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
