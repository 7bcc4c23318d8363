internal import Atrium
internal import AtriumSurfaces

extension FigureTable {
    func cell(of figure: KeyFigure, in row: FigureRow) -> Cell {
        value(of: figure, in: row).cell(smallGroup: smallGroup)
    }

    /// The days that the table is about, and why some of its cells are hidden.
    func note(about days: Range<Day>) -> Words {
        guard let smallGroup, (rows + totals).contains(where: { $0.values.contains(.hidden) }) else {
            return days.words
        }
        return
            "\(days.words) A cell with <\(smallGroup) comes from fewer than \(smallGroup) people, or would reveal such a number."
    }
}

extension FigureValue {
    /// The value as people see it, in a table whose numbers come from at least `smallGroup` people.
    func cell(smallGroup: Int?) -> Cell {
        switch self {
        case .count(let count): .number(count)
        case .rate(let part, let total): .rate(part: part, of: total)
        case .none: .none
        case .hidden:
            .hidden(
                "<\(smallGroup ?? 0)",
                why: "It comes from fewer than \(smallGroup ?? 0) people, or would reveal such a number.")
        }
    }
}

extension Range<Day> {
    /// The first and the last day, in a sentence.
    var words: Words {
        isEmpty ? "No days." : "From \(lowerBound) to \(upperBound.advanced(by: -1))."
    }

    /// The month, or the day, or else the first and the last day.
    var name: Words {
        let last = upperBound.advanced(by: -1)
        if last <= lowerBound { return "\(lowerBound)" }
        let month = Month(of: lowerBound)
        if self == month.firstDay..<Month(month.index + 1).firstDay { return "\(month: lowerBound)" }
        return "\(lowerBound) to \(last)"
    }
}

extension KeyFigure.Unit {
    var words: Words {
        switch self {
        case .people: "people"
        case .invitations: "invitations"
        case .enrolments: "enrolments"
        case .completions: "completions"
        case .certificates: "certificates"
        case .activities: "activities"
        case .minutes: "minutes"
        case .rate: ""
        }
    }
}

extension Period {
    var words: Words {
        switch self {
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
