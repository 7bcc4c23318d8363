internal import Atrium
internal import AtriumMail
internal import AtriumMarkup
internal import Foundation

/// The mail of a review. It has each watched figure with its target, the last period and the current one. Figures that missed
/// their target come first.
struct ReviewLetter {
    let organization: any Organization
    let day: Day
    let list: [WatchedFigureReading]

    func message(to person: any Member) -> MailMessage {
        let missed = list.filter(\.isAlert)
        let lines = (missed + list.filter { !$0.isAlert }).map(Line.init)
        let title =
            missed.isEmpty
            ? "your key figures" : "\(missed.count) of \(list.count) key figures missed their targets"
        return MailMessage(
            to: person, kind: nil, from: organization.name, language: "en",
            subject: "\(TextRule.isolated(organization.name)): \(title)", text: text(lines), html: html(lines))
    }

    private func text(_ lines: [Line]) -> String {
        let figures = lines.map { line in
            "\(line.isAlert ? "[!] " : "")\(line.title)\n" + line.periods.map { "    \($0.text)\n" }.joined()
        }
        return "Your key figures on \(day)\n\n\(figures.joined(separator: "\n"))\n\(Self.end)"
    }

    private func html(_ lines: [Line]) -> String {
        let figures = lines.map { line in
            let periods = line.periods.map { period in
                let text = XMLText.escaped(period.text)
                return period.isMissed ? "<strong style=\"color:#b00020\">\(text)</strong>" : text
            }
            return "<dt><b>\(XMLText.escaped(line.title))</b></dt>\n"
                + periods.map { "<dd>\($0)</dd>\n" }.joined()
        }
        return """
            <h1>Your key figures on \(day)</h1>
            <dl>
            \(figures.joined())</dl>
            <p>\(Self.end)</p>
            """
    }

    private static let end =
        "You get this message on the days of your review. Change your list or the days in Analytics."
}

/// One watched figure in words.
private struct Line {
    let title: String
    let isAlert: Bool
    let periods: [(text: String, isMissed: Bool)]

    init(_ reading: WatchedFigureReading) {
        let watch = reading.watched
        title =
            "\(watch.figure.name), \(TextRule.isolated(reading.name)), by \(watch.each): \(watch.target.words(for: watch.figure))"
        isAlert = reading.isAlert
        let last = reading.periods.count - 1
        periods = reading.periods.enumerated().suffix(2).map { index, period in
            let name = index == last ? "\(watch.each.name(of: period.days)) so far" : watch.each.name(of: period.days)
            let verdict: String =
                switch period.verdict {
                case .met: ", met"
                case .missed: ", missed"
                case .open, .hidden, nil: ""
                }
            return ("\(name): \(period.value.words)\(verdict)", period.verdict == .missed)
        }
    }
}

extension WatchedFigure.Target {
    func words(for figure: KeyFigure) -> String {
        let number = figure.unit == .rate ? Number.percent(limit) : Number.plain(limit)
        return switch self {
        case .atLeast: "at least \(number)"
        case .atMost: "at most \(number)"
        }
    }
}

extension WatchedFigure.Span {
    /// `2026-10`, `2026 Q4` or `2026`.
    fileprivate func name(of days: Range<Day>) -> String {
        let (year, month) = days.lowerBound.yearAndMonth
        return switch self {
        case .month: String(days.lowerBound.description.prefix(7))
        case .quarter: "\(year) Q\((month + 2) / 3)"
        case .year: "\(year)"
        }
    }
}

extension FigureValue {
    fileprivate var words: String {
        switch self {
        case .count(let count): "\(count)"
        case .rate(let part, let total): "\(Number.percent(Double(part) / Double(total))) (\(part) of \(total))"
        case .none: "no value"
        case .hidden: "hidden because it comes from too few people"
        }
    }
}

private enum Number {
    static func plain(_ number: Double) -> String {
        number.formatted(
            .number.grouping(.never).precision(.fractionLength(0...6)).locale(Locale(identifier: "en_US_POSIX")))
    }

    static func percent(_ part: Double) -> String { "\(plain((part * 1000).rounded() / 10))%" }
}
