internal import Atrium
internal import AtriumSurfaces

/// The parts of the overview that come from figures.
struct Overview {
    let whole: FigureTable

    /// The most periods that a chart shows.
    private static let mostPeriods = 60

    /// The shortest period that is not too short for a chart of these days; `nil` if there is none.
    static func period(for days: Range<Day>) -> Period? {
        [Period.month, .quarter, .year].first {
            $0.parts(of: days, firstWeekday: .monday, limit: mostPeriods) != nil
        }
    }

    /// The figures that belong together, each group under its name.
    static let groups: [(name: Words, figures: [KeyFigure])] = [
        ("People", [.members, .invited, .activated, .active]),
        ("Courses", [.enrolled, .started, .completed, .peopleCompleted, .failed, .withdrawn, .completionRate]),
        ("Learning", [.activities, .minutes, .certificates]),
    ]

    var groups: [Block] {
        guard let row = whole.rows.first else { return [] }
        return Self.groups.flatMap { name, figures -> [Block] in
            let shown = figures.map { figure in
                Figure(
                    figure.id, figure.name, whole.cell(of: figure, in: row), unit: figure.unit.words,
                    definition: figure.definition)
            }
            return [.heading(name), .figures(shown)]
        }
    }

    /// The steps from the invitation, or else from the enrolment, to the certificate. Nothing is drawn if a step has more cases
    /// than the one before, because then it is no part of it: people enrol in several courses, and may start without enrolling.
    var funnel: [Block] {
        guard let row = whole.rows.first else { return [] }
        let paths: [(title: Words, steps: [KeyFigure])] = [
            (
                "From the invitation to the certificate",
                [.invited, .activated, .enrolled, .started, .completed, .certificates]
            ),
            ("From the enrolment to the certificate", [.enrolled, .started, .completed, .certificates]),
        ]
        for (title, steps) in paths {
            let counts = steps.compactMap { step -> Int? in
                if case .count(let count) = whole.value(of: step, in: row) { count } else { nil }
            }
            guard let first = counts.first, first > 0, counts == counts.sorted(by: >) else { continue }
            let series = Chart.Series("Cases", steps.map { whole.cell(of: $0, in: row) })
            return [.chart(Chart(title, .funnel, unit: "cases", axis: steps.map(\.name), [series]))]
        }
        return []
    }

    static func chart(of periods: FigureTable, by each: Period) -> Block {
        func series(_ figure: KeyFigure) -> Chart.Series {
            Chart.Series(figure.name, periods.rows.map { periods.cell(of: figure, in: $0) })
        }
        return .chart(
            Chart(
                "By \(each.words)", .bars, unit: "people", axis: periods.rows.map { each.name(of: $0.days) },
                [series(.active), series(.peopleCompleted)]))
    }
}

extension Figure {
    /// A watched figure in its present period.
    init(_ reading: WatchedFigureReading) {
        let watched = reading.watched
        let target = watched.target.words(for: watched.figure)
        self.init(
            "watched-\(reading.id)", "\(watched.figure.name), \(reading.name), each \(watched.each.words): \(target)",
            reading.periods.last?.cell ?? .none, unit: watched.figure.unit.words,
            definition: watched.figure.definition, verdict: reading.periods.last?.verdict?.figureVerdict)
    }
}
