internal import AtriumSystem
public import AtriumValues
public import Foundation

/// A language with the texts that are known in it, and with the way in which a place writes numbers and days.
public final class Language: Sendable {
    /// The tag of BCP 47 in small letters, such as `fr` or `de-ch`.
    public let tag: String
    /// The direction in which its texts run.
    public let direction: TextDirection
    /// What the language calls itself: `français`.
    public let name: String

    /// The largest number of missing texts that are remembered.
    private static let mostMissing = 10_000

    private let primary: Substring
    private let phrases: [String: Phrase]
    private let numbers: NumberFormat
    private let dates: DateFormat
    private let missing: Locked<Set<String>>?

    /// A language with its phrases. `missing` collects the names of texts that have none; `nil` for the language of the source.
    init(_ tag: String, _ phrases: [String: Phrase], missing: Locked<Set<String>>?) {
        let locale = Locale(identifier: Self.place(of: tag))
        (self.tag, self.phrases, self.missing) = (tag, phrases, missing)
        direction = TextDirection(ofLanguage: tag)
        name = locale.localizedString(forIdentifier: locale.identifier) ?? tag
        primary = tag.prefix { $0 != "-" }
        numbers = NumberFormat(locale)
        dates = DateFormat(locale, numbers)
    }

    /// The language of the source, for texts that belong to no organization.
    public static let english = Language("en", [:], missing: nil)

    /// The language, the script and the region of a tag. Foundation ends the process for some other parts, such as
    /// `ar-u-nu-arab`.
    private static func place(of tag: String) -> String {
        let subtags = tag.split(separator: "-")
        let known = subtags.dropFirst().prefix { subtag in
            let letters = subtag.utf8.count { (0x61...0x7A).contains(ASCII.lowercased($0)) }
            return [2, 4].contains(letters) && letters == subtag.utf8.count
                || subtag.utf8.count == 3 && subtag.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        return (subtags.prefix(1) + known.prefix(2)).joined(separator: "-")
    }

    // MARK: - Words

    /// The text in this language. A text that has no phrase stays as the source says it, and is named in `Languages.missing`.
    public func text(_ words: Words) -> String {
        if let text = words.verbatim { return text }
        if missing != nil || !phrases.isEmpty {
            let key = words.key
            if let phrase = phrases[key] { return text(phrase.parts, words.arguments) }
            // Signs and digits are the same in many languages.
            if let missing, words.literals.contains(where: { $0.contains(where: \.isLetter) }) {
                missing.withLock { if $0.count < Self.mostMissing { $0.insert(key) } }
            }
        }
        var text = words.literals[0]
        for (index, argument) in words.arguments.enumerated() {
            text += self.text(argument)
            text += words.literals[index + 1]
        }
        return text
    }

    private func text(_ parts: [Phrase.Part], _ arguments: [Words.Argument]) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .argument(let position) where position < arguments.count:
                if case .counted(let number, _, _) = arguments[position] {
                    text += self.text(number)
                } else {
                    text += self.text(arguments[position])
                }
            case .number(let position) where position < arguments.count:
                text += self.text(arguments[position].number)
            case .plural(let position, let forms) where position < arguments.count:
                let form = PluralForm(of: arguments[position].number, in: primary)
                text += self.text(forms[form] ?? forms[.other] ?? [], arguments)
            case .argument, .number, .plural: break
            }
        }
        return text
    }

    private func text(_ argument: Words.Argument) -> String {
        switch argument {
        case .text(let text): isolated(text)
        case .number(let number): text(number)
        case .counted(let number, let one, let other): "\(text(number)) \(number == 1 ? one : other)"
        case .day(let day): text(day)
        case .month(let day): month(of: day)
        case .decimal(let number): text(number, digits: 6)
        case .percentage(let part): numbers.percentage(text(part * 100, digits: 1))
        case .words(let words): words.verbatim.map(isolated) ?? text(words)
        }
    }

    /// A name inside a text. It does not change the direction of the text.
    private func isolated(_ text: String) -> String {
        direction == .rightToLeft && !text.isEmpty ? "\u{2068}\(text)\u{2069}" : TextRule.isolated(text)
    }

    // MARK: - Numbers and days

    /// A whole number: `28,785`.
    public func text(_ number: Int) -> String { numbers.text(number) }

    /// A number with up to `digits` digits after the decimal separator: `4.5`.
    public func text(_ number: Double, digits: Int) -> String { numbers.text(number, digits: digits) }

    /// A part of a whole as a percentage without decimals, rounded down: `57%`. The whole is not 0.
    public func percentage(_ part: Int, of whole: Int) -> String { numbers.percentage(text(part * 100 / whole)) }

    /// A day: `28 Nov 2026`.
    public func text(_ day: Day) -> String { dates.text(day) }

    /// A day with the whole name of its month: `28 November 2026`.
    public func longText(_ day: Day) -> String { dates.longText(day) }

    /// The month of a day: `Nov 2026`.
    public func month(of day: Day) -> String { dates.month(of: day) }

    /// A moment as the day and the time in a time zone: `28 Nov 2026, 14:05`.
    public func text(_ moment: Date, in zone: TimeZone) -> String {
        let day = Day(moment, in: zone)
        // A calendar of Foundation takes as long for a moment as a row takes for everything else.
        let shown = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        let seconds = shown - Double(day.number) * 86_400
        // A moment that is not a number has no time.
        return dates.text(day, minute: seconds >= 0 ? Int(min(seconds, 86_399)) / 60 : 0)
    }
}

extension Words.Argument {
    /// The number by which a plural is chosen.
    fileprivate var number: Int {
        switch self {
        case .number(let number), .counted(let number, _, _): number
        case .text, .day, .month, .decimal, .percentage, .words: 0
        }
    }
}
