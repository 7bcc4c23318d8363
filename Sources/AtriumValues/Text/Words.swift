/// A text for people. Its arguments are kept apart from the text, so that another language can use them in another order.
///
/// Write it as a literal: `"\(count, "invitation was", "invitations were") sent"`. The literal parts name the text for
/// translators (``key``). What a person or a file said is an argument. It is never read as text with arguments.
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
        /// Words inside the words.
        case words(Words)
    }

    /// One more than there are arguments.
    let literals: [String]
    /// The values between the literal parts.
    public let arguments: [Argument]

    public init(stringLiteral text: StaticString) { (literals, arguments) = ([text.description], []) }

    public init(stringInterpolation parts: Interpolation) {
        (literals, arguments) = (parts.literals, parts.arguments)
    }

    /// Words that nobody translates, such as a name.
    public init(verbatim text: String) { (literals, arguments) = (["", ""], [.text(text)]) }

    /// Collects the parts of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var literals = [""]
        var arguments: [Argument] = []

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

    /// The name of the text for translators, in which numbers in braces stand for the arguments: `{1} of {2} are invited`.
    public var key: String {
        joined { argument, position in
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
            case .words(let words): words.description
            }
        }
    }

    private func joined(_ text: (Argument, _ position: Int) -> String) -> String {
        var result = literals[0]
        for (index, argument) in arguments.enumerated() { result += text(argument, index + 1) + literals[index + 1] }
        return result
    }
}
