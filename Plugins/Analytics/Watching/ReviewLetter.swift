internal import Atrium
internal import AtriumMail

/// The mail of a review. It has each watched figure with its target, the last period and the current one. Figures that missed
/// their target come first.
struct ReviewLetter {
    let organization: any Organization
    let day: Day
    let list: [WatchedFigureReading]

    func message(to person: any Member, in language: Language) -> MailMessage {
        let missed = list.filter(\.isAlert)
        let entries = (missed + list.filter { !$0.isAlert }).map(Letter.Entry.init)
        let letter = Letter(
            missed.isEmpty
                ? "\(organization.name): your key figures"
                : "\(organization.name): \(missed.count) of \(list.count, "key figure", "key figures") missed their targets",
            [
                .paragraph("Your key figures on \(day)"),
                .entries(entries),
                .paragraph(
                    "You get this message on the days of your review. Change your list or the days in Analytics."),
            ])
        return MailMessage(letter, to: person, kind: nil, from: organization.name, in: language)
    }
}

extension Letter.Entry {
    /// One watched figure.
    fileprivate init(_ reading: WatchedFigureReading) {
        let watch = reading.watched
        let last = reading.periods.count - 1
        let lines = reading.periods.enumerated().suffix(2).map { index, period -> Words in
            let name = watch.each.period.name(of: period.days)
            let about: Words = index == last ? "\(name) so far" : name
            return switch period.verdict {
            case .met: "\(about): \(period.value.words), met"
            case .missed: "\(about): \(period.value.words), missed"
            case .open, .hidden, nil: "\(about): \(period.value.words)"
            }
        }
        self.init(
            "\(watch.figure.name), \(reading.name), each \(watch.each.words): \(watch.target.words(for: watch.figure))",
            lines, isUrgent: reading.isAlert)
    }
}

extension WatchedFigure.Target {
    func words(for figure: KeyFigure) -> Words {
        switch (self, figure.unit) {
        case (.atLeast, .rate): "at least \(percentage: limit)"
        case (.atMost, .rate): "at most \(percentage: limit)"
        case (.atLeast, _): "at least \(limit)"
        case (.atMost, _): "at most \(limit)"
        }
    }
}

extension FigureValue {
    fileprivate var words: Words {
        switch self {
        case .count(let count): "\(count)"
        case .rate(let part, let total): "\(percentage: Double(part) / Double(total)) (\(part) of \(total))"
        case .none: "no value"
        case .hidden: "hidden because it comes from too few people"
        }
    }
}
