/// A text for people. Its arguments are kept apart from the text, so that another language can use them in another order.
///
/// Write it as a literal: `"\(count, "invitation was", "invitations were") sent"`. The literal parts name the text for
/// translators (``key``). What a person or a file said is an argument. It is never read as text with arguments.
///
/// Where a short text needs several translations, such as a state that agrees with its noun, say what it is about:
/// `"\(context: "invitation")pending"`. The context is a part of the name, and nobody reads it.
public struct Words: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// A value inside the text.
    public indirect enum Argument: Sendable, Hashable {
        /// What a person, a file or a program said. Nobody translates it.
        case text(String)
        /// A number.
        case number(Int)
        /// A number with the words that follow it: for 1, and for every other number.
        case counted(Int, one: String, other: String)
        /// A day of the calendar.
        case day(Day)
        /// The month of a day.
        case month(Day)
        /// A number that need not be whole.
        case decimal(Double)
        /// A part of 1, shown as a percentage.
        case percentage(Double)
        /// Words inside the words.
        case words(Words)
    }

    /// One more than there are arguments.
    package let literals: [String]
    /// The values between the literal parts.
    public let arguments: [Argument]
    /// What the text is about, for translators; empty if the text says it.
    public let context: String

    public init(stringLiteral text: StaticString) {
        (literals, arguments, context) = ([text.description], [], "")
    }

    public init(stringInterpolation parts: Interpolation) {
        (literals, arguments, context) = (parts.literals, parts.arguments, parts.context)
    }

    /// Words that nobody translates, such as a name.
    public init(verbatim text: String) { (literals, arguments, context) = (["", ""], [.text(text)], "") }

    /// Words one after another: "manager, supervisor".
    public init(listing list: [Words]) {
        self = list.dropFirst().reduce(list.first ?? "") { "\($0), \($1)" }
    }

    /// The words of a type's name: "Learning slots" for `LearningSlots`.
    package init(ofType type: Any.Type) {
        self.init(
            source: String(describing: type).reduce(into: "") { text, letter in
                text += letter.isUppercase && !text.isEmpty ? " \(letter.lowercased())" : String(letter)
            })
    }

    /// A text of the program that is not a literal, such as the raw value of an error. It is translated by the whole text.
    public init(source text: String) { (literals, arguments, context) = ([text], [], "") }

    /// Collects the parts of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var literals = [""]
        var arguments: [Argument] = []
        var context = ""

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: StaticString) {
            literals[literals.count - 1] += literal.description
        }

        /// A text that nobody translates: `\(name)`.
        public mutating func appendInterpolation(_ text: String) { append(.text(text)) }
        /// A number: `\(count)`.
        public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }
        /// A day: `\(today)`.
        public mutating func appendInterpolation(_ day: Day) { append(.day(day)) }
        /// The month of a day: `\(month: today)`.
        public mutating func appendInterpolation(month day: Day) { append(.month(day)) }
        /// A number that need not be whole: `\(hours)`.
        public mutating func appendInterpolation(_ number: Double) { append(.decimal(number)) }
        /// A part of 1 as a percentage: `\(percentage: share)`.
        public mutating func appendInterpolation(percentage part: Double) { append(.percentage(part)) }
        /// What the text is about: `\(context: "invitation")`.
        public mutating func appendInterpolation(context: StaticString) { self.context = context.description }
        /// A role: `\(role)`.
        public mutating func appendInterpolation(_ role: RoleID) { append(.words(role.words)) }
        /// Other words: `\(reason)`.
        public mutating func appendInterpolation(_ words: Words) { append(.words(words)) }

        /// A number with its noun: `\(count, "seat", "seats")`.
        public mutating func appendInterpolation(_ number: Int, _ one: StaticString, _ other: StaticString) {
            append(.counted(number, one: one.description, other: other.description))
        }

        private mutating func append(_ argument: Argument) {
            arguments.append(argument)
            literals.append("")
        }
    }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { arguments.isEmpty && literals == [""] }

    /// The text, if nobody translates it.
    package var verbatim: String? {
        guard arguments.count == 1, case .text(let text) = arguments[0], literals.allSatisfy(\.isEmpty) else {
            return nil
        }
        return text
    }

    /// The name of the text for translators, in which numbers in braces stand for the arguments: `{1} of {2} are invited`. A
    /// context stands before it: `invitation: pending`.
    public var key: String {
        if arguments.isEmpty, context.isEmpty { return literals[0] }
        return (context.isEmpty ? "" : "\(context): ")
            + joined { argument, position in
                switch argument {
                case .counted(_, let one, let other): "{\(position) \(one)|\(other)}"
                default: "{\(position)}"
                }
            }
    }

    /// The text as the source says it.
    public var description: String {
        joined { argument, _ in
            switch argument {
            case .text(let text): text
            case .number(let number): String(number)
            case .counted(let number, let one, let other): "\(number) \(number == 1 ? one : other)"
            case .day(let day): day.description
            case .month(let day): String(day.description.dropLast(3))
            case .decimal(let number): Self.plain(number)
            case .percentage(let part): "\(Self.plain((part * 1000).rounded() / 10))%"
            case .words(let words): words.description
            }
        }
    }

    private static func plain(_ number: Double) -> String {
        let text = String(number)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private func joined(_ text: (Argument, _ position: Int) -> String) -> String {
        var result = literals[0]
        for (index, argument) in arguments.enumerated() { result += text(argument, index + 1) + literals[index + 1] }
        return result
    }
}
