internal import AtriumValues
internal import Foundation

/// How a place writes days and times of the Gregorian calendar. It is asked of Foundation once.
struct DateFormat: Sendable {
    /// A piece of a pattern of CLDR: https://unicode.org/reports/tr35/tr35-dates.html#Date_Field_Symbol_Table
    private enum Piece: Sendable {
        case literal(String)
        case field(Character, Int)
    }

    private let dayPieces, longPieces, monthPieces, timePieces: [Piece]
    /// What stands between a day and a time.
    private let comma: String
    private let months, monthsAlone, longMonths: [String]
    private let halves: [String]
    private let numbers: NumberFormat

    init(_ locale: Locale, _ numbers: NumberFormat) {
        // Some places prefer another calendar, whose patterns have an era and another order.
        let locale = Locale(identifier: "\(locale.identifier)@calendar=gregorian")
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.calendar = Calendar(identifier: .gregorian)
        func pattern(_ template: String) -> [Piece] {
            Self.pieces(DateFormatter.dateFormat(fromTemplate: template, options: 0, locale: locale) ?? template)
        }
        (dayPieces, longPieces) = (pattern("yMMMd"), pattern("yMMMMd"))
        (monthPieces, timePieces) = (pattern("yMMM"), pattern("jm"))
        let both = DateFormatter.dateFormat(fromTemplate: "yMMMdjm", options: 0, locale: locale) ?? ""
        comma = both.contains("،") ? "، " : ", "
        (months, monthsAlone) = (formatter.shortMonthSymbols, formatter.shortStandaloneMonthSymbols)
        longMonths = formatter.monthSymbols
        halves = [formatter.amSymbol, formatter.pmSymbol]
        self.numbers = numbers
    }

    func text(_ day: Day) -> String { text(dayPieces, day, minute: 0) }

    /// A day with the whole name of its month.
    func longText(_ day: Day) -> String { text(longPieces, day, minute: 0) }

    /// The month of a day.
    func month(of day: Day) -> String { text(monthPieces, day, minute: 0) }

    /// A day and a minute of it, from 0.
    func text(_ day: Day, minute: Int) -> String {
        text(dayPieces, day, minute: 0) + comma + text(timePieces, day, minute: minute)
    }

    private func text(_ pieces: [Piece], _ day: Day, minute: Int) -> String {
        let (year, month) = day.yearAndMonth
        let hour = minute / 60
        return pieces.reduce(into: "") { text, piece in
            switch piece {
            case .literal(let literal): text += literal
            case .field("y", 2): text += numbers.plain(year % 100, digits: 2)
            case .field("y", let count), .field("u", let count): text += numbers.plain(year, digits: count)
            case .field("M", 4): text += longMonths.indices ~= month - 1 ? longMonths[month - 1] : ""
            case .field("M", 3...): text += months.indices ~= month - 1 ? months[month - 1] : ""
            case .field("L", 3...): text += monthsAlone.indices ~= month - 1 ? monthsAlone[month - 1] : ""
            case .field("M", let count), .field("L", let count): text += numbers.plain(month, digits: count)
            case .field("d", let count): text += numbers.plain(day.dayOfMonth, digits: count)
            case .field("H", let count): text += numbers.plain(hour, digits: count)
            case .field("h", let count): text += numbers.plain(hour % 12 == 0 ? 12 : hour % 12, digits: count)
            case .field("K", let count): text += numbers.plain(hour % 12, digits: count)
            case .field("k", let count): text += numbers.plain(hour == 0 ? 24 : hour, digits: count)
            case .field("m", let count): text += numbers.plain(minute % 60, digits: count)
            case .field("a", _), .field("b", _), .field("B", _): text += halves[hour < 12 ? 0 : 1]
            case .field: break
            }
        }
    }

    /// Reads a pattern. What stands between apostrophes is text, and two apostrophes are one.
    private static func pieces(_ pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = pattern[...]
        var isQuoted = false
        func append(_ literal: String) {
            if case .literal(let before) = pieces.last {
                pieces[pieces.count - 1] = .literal(before + literal)
            } else {
                pieces.append(.literal(literal))
            }
        }
        while let letter = rest.first {
            if rest.hasPrefix("''") {
                append("'")
                rest.removeFirst(2)
            } else if letter == "'" {
                isQuoted.toggle()
                rest.removeFirst()
            } else if letter.isASCII, letter.isLetter, !isQuoted {
                let run = rest.prefix { $0 == letter }
                pieces.append(.field(letter, run.count))
                rest.removeFirst(run.count)
            } else {
                append(String(letter))
                rest.removeFirst()
            }
        }
        return pieces
    }
}
