internal import Atrium

/// A plan of twelve months: what it has of each month comes from the template.
public struct YearPlan: Sendable {
    /// The first day of the first month.
    let firstDay: Day

    /// The plan whose first month has the day.
    init(from day: Day) {
        let (year, month) = day.yearAndMonth
        firstDay = Day(year: year, month: month)
    }

    /// The last day of the last month.
    var lastDay: Day {
        let (year, month) = firstDay.yearAndMonth
        return Day(year: year, month: month + 12).advanced(by: -1)
    }

    /// How many months later the other plan begins.
    func months(until other: YearPlan) -> Int { other.month - month }

    private var month: Int {
        let (year, month) = firstDay.yearAndMonth
        return year * 12 + month
    }

    /// The entries of twelve months, for everybody, with their texts in a language. Days are Tuesdays and Wednesdays, because
    /// people work on these days wherever they are.
    func contents(in language: Language) -> [PlanEntry.Content] {
        let (year, month) = firstDay.yearAndMonth
        return PlanTemplate.months.enumerated().flatMap { index, template in
            let first = Day(year: year, month: month + index)
            let tuesday = first.advanced(by: (Weekday.tuesday.rawValue - first.isoWeekday + 7) % 7)
            return [
                PlanEntry.Content(
                    .message, on: tuesday, subject: language.text(template.subject),
                    text: language.text(template.message)),
                PlanEntry.Content(.banner, on: tuesday.advanced(by: 1), text: language.text(template.banner)),
                PlanEntry.Content(
                    .suggestion, on: tuesday.advanced(by: 7), text: language.text(PlanTemplate.suggestion)),
                PlanEntry.Content(
                    .review, on: tuesday.advanced(by: 15),
                    text: language.text(PlanTemplate.reviews[index % PlanTemplate.reviews.count])),
            ]
        }
    }
}

/// How full the coming days of the plan are.
struct PlanOutlook: Sendable {
    /// The entries from today on.
    let entries: Int
    /// Those of the days that were asked for.
    let soon: Int
    /// Those of these that wait for an approval.
    let waiting: Int
}
