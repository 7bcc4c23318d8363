/// A translated text with the places of its arguments.
struct Phrase: Sendable {
    /// What is wrong with a text.
    struct Fault: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    /// A piece of a text.
    indirect enum Part: Sendable {
        case literal(String)
        /// An argument, by its position from 0.
        case argument(Int)
        /// One of several texts, chosen by an argument that is a number.
        case plural(Int, [PluralForm: [Part]])
        /// The number by which the text was chosen.
        case number(Int)
    }

    let parts: [Part]

    /// Reads a text. Its arguments are those of the key.
    init(_ text: String, for key: String) throws(Fault) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            parts = [.literal(text)]
            return
        }
        var reader = Reader(rest: text.unicodeScalars[...])
        parts = try reader.parts(isInside: nil)
        guard reader.rest.isEmpty else { throw Fault("a '}' has no '{'; add it") }
        for position in Self.positions(in: parts) where !key.contains("{\(position + 1)") {
            throw Fault("{\(position + 1)} names no argument of the text; use the numbers that the text has")
        }
    }

    private static func positions(in parts: [Part]) -> Set<Int> {
        parts.reduce(into: []) { all, part in
            switch part {
            case .literal: break
            case .argument(let position), .number(let position): all.insert(position)
            case .plural(let position, let forms):
                all.insert(position)
                for parts in forms.values { all.formUnion(positions(in: parts)) }
            }
        }
    }

    /// Reads a text from its beginning.
    private struct Reader {
        var rest: Substring.UnicodeScalarView

        /// The parts up to the end, or up to the `}` that ends them. `position` is the argument that `#` stands for.
        mutating func parts(isInside position: Int?) throws(Fault) -> [Part] {
            var parts: [Part] = []
            var literal = ""
            func flushed() -> [Part] { literal.isEmpty ? [] : [.literal(literal)] }
            while let scalar = rest.first, scalar != "}" {
                rest.removeFirst()
                if scalar == "{" {
                    parts += flushed()
                    literal = ""
                    parts.append(try argument())
                } else if scalar == "#", let position {
                    parts += flushed()
                    literal = ""
                    parts.append(.number(position))
                } else {
                    literal.unicodeScalars.append(scalar)
                }
            }
            return parts + flushed()
        }

        /// What follows a `{`: `1}` or `1, plural, one {…} other {…}}`.
        private mutating func argument() throws(Fault) -> Part {
            guard let number = Int(word()), number > 0 else { throw Fault("after '{' comes the number of an argument") }
            if take("}") { return .argument(number - 1) }
            guard take(","), word() == "plural", take(",") else {
                throw Fault("after '{\(number)' comes '}' or ', plural, one {…} other {…}}'")
            }
            var forms: [PluralForm: [Part]] = [:]
            while !take("}") {
                let name = word()
                guard let form = PluralForm(rawValue: name), take("{") else {
                    throw Fault("'\(name)' is no plural form; use zero, one, two, few, many or other, each with {…}")
                }
                forms[form] = try parts(isInside: number - 1)
                guard take("}") else { throw Fault("a '{' has no '}'; add it") }
            }
            guard forms[.other] != nil else { throw Fault("a plural has no form 'other'; add it") }
            return .plural(number - 1, forms)
        }

        /// The next letters and digits, without blanks around them.
        private mutating func word() -> String {
            skipBlanks()
            var word = ""
            while let scalar = rest.first, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
                rest.removeFirst()
            }
            skipBlanks()
            return word
        }

        private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            skipBlanks()
            guard rest.first == scalar else { return false }
            rest.removeFirst()
            return true
        }

        private mutating func skipBlanks() {
            while let scalar = rest.first, scalar.properties.isWhitespace { rest.removeFirst() }
        }
    }
}
