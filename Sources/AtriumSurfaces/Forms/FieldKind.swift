public import Atrium

/// How the texts of a field become a value, and a value becomes texts. The list of kinds is open: modules add their own for
/// their nouns, each with one of the shapes.
public struct FieldKind<Value: Sendable>: Sendable {
    let shape: FieldShape
    let isRequired: Bool
    let choices: Choices?
    let naming: Naming?
    let read: @Sendable ([String]) throws(InvalidField) -> Value
    /// Reads what a place offers, which may be filled in later.
    let readOffer: @Sendable ([String]) throws(InvalidField) -> Value
    let write: @Sendable (Value) -> [String]

    init(
        _ shape: FieldShape, isRequired: Bool, choices: Choices? = nil, naming: Naming? = nil,
        read: @escaping @Sendable ([String]) throws(InvalidField) -> Value,
        readOffer: (@Sendable ([String]) throws(InvalidField) -> Value)? = nil,
        write: @escaping @Sendable (Value) -> [String]
    ) {
        (self.shape, self.isRequired, self.choices, self.naming) = (shape, isRequired, choices, naming)
        (self.read, self.readOffer, self.write) = (read, readOffer ?? read, write)
    }

    /// A kind that is written as one text. An empty text is missing. `naming` says what people read instead of the text.
    public init(
        _ shape: FieldShape, choices: Choices? = nil, naming: Naming? = nil,
        parse: @escaping @Sendable (String) throws(InvalidField) -> Value,
        text: @escaping @Sendable (Value) -> String
    ) {
        self.init(shape, isRequired: true, choices: choices, naming: naming) {
            (texts: [String]) throws(InvalidField) -> Value in
            guard let last = texts.last, !last.isEmpty else { throw .missing }
            return try parse(last)
        } write: {
            [text($0)]
        }
    }

    /// A kind that may be left empty.
    public static func optional<Wrapped>(_ kind: FieldKind<Wrapped>) -> Self where Value == Wrapped? {
        Self(kind.shape, isRequired: false, choices: kind.choices, naming: kind.naming) {
            (texts: [String]) throws(InvalidField) in
            texts.allSatisfy(\.isEmpty) ? nil : try kind.read(texts)
        } write: {
            $0.map(kind.write) ?? [""]
        }
    }

    /// A kind that has to be filled in, although a value can be made without it. A place makes such a value, for example on the
    /// row of a member: the member is known, and the rest is filled in later.
    public static func required<Wrapped>(_ kind: FieldKind<Wrapped>) -> Self where Value == Wrapped? {
        Self(kind.shape, isRequired: true, choices: kind.choices, naming: kind.naming) {
            (texts: [String]) throws(InvalidField) in
            try kind.read(texts)
        } readOffer: { (texts: [String]) throws(InvalidField) in
            texts.allSatisfy(\.isEmpty) ? nil : try kind.read(texts)
        } write: {
            $0.map(kind.write) ?? [""]
        }
    }

    /// A kind with any number of values. Empty texts are left out.
    public static func many<Element>(_ kind: FieldKind<Element>) -> Self where Value == [Element] {
        Self(.many(kind.shape), isRequired: false, choices: kind.choices, naming: kind.naming) {
            (texts: [String]) throws(InvalidField) in
            var values: [Element] = []
            for text in texts where !text.isEmpty { values.append(try kind.read([text])) }
            return values
        } write: {
            $0.isEmpty ? [""] : $0.flatMap(kind.write)
        }
    }
}

extension FieldKind where Value == String {
    /// One line, up to 200 characters.
    public static let line = FieldKind(
        .line,
        parse: { (text: String) throws(InvalidField) in
            guard text.count <= 200, !text.contains(where: \.isNewline) else {
                throw InvalidField("has at most 200 characters, in one line")
            }
            return text
        }, text: { $0 })

    /// A text that people neither read nor write: the secret of a link that they have followed, or what a change is based on.
    public static let hidden = FieldKind(
        .hidden, parse: { (text: String) throws(InvalidField) in text }, text: { $0 })

    /// Text with line breaks. Browsers send CR LF, which becomes LF.
    public static let lines = FieldKind(
        .lines, parse: { (text: String) throws(InvalidField) in text.replacing("\r\n", with: "\n") }, text: { $0 })
}

extension FieldKind where Value == Int {
    /// A whole number in a range.
    public static func integer(_ range: ClosedRange<Int>) -> Self {
        Self(
            .integer(range),
            parse: { (text: String) throws(InvalidField) in
                guard let number = Int(text), range.contains(number) else {
                    throw InvalidField("is a whole number from \(range.lowerBound) to \(range.upperBound)")
                }
                return number
            }, text: { String($0) })
    }

    /// The revision of something that is changed. The act fills in the one that its reader has seen.
    public static let revision = FieldKind(
        .reference("revision"),
        parse: { (text: String) throws(InvalidField) in
            guard let revision = Int(text), revision >= 0 else { throw InvalidField("is a number, 0 or more") }
            return revision
        }, text: { String($0) })
}

extension FieldKind where Value == Bool {
    /// Yes (`true`) or no. A missing field means no, as in a form of a browser.
    public static let flag = FieldKind(.flag, isRequired: false) { (texts: [String]) throws(InvalidField) in
        switch texts.last ?? "" {
        case "true": true
        case "false", "": false
        default: throw InvalidField("is true or false")
        }
    } write: {
        [String($0)]
    }
}

extension FieldKind where Value == Day {
    /// A day of the calendar.
    public static let day = FieldKind(
        .day,
        parse: { (text: String) throws(InvalidField) in
            guard let day = Day(text) else { throw InvalidField("is a day such as 2026-03-31") }
            return day
        }, text: { $0.description })
}

extension FieldKind where Value == EmailAddress {
    /// An address of mail.
    public static let email = FieldKind(
        .email,
        parse: { (text: String) throws(InvalidField) in
            guard let address = try? EmailAddress(text) else {
                throw InvalidField("is an address such as name@example.com")
            }
            return address
        }, text: { $0.description })
}

extension FieldKind where Value == Upload {
    /// A file.
    public static let file = FieldKind(.file, isRequired: true) { (_: [String]) throws(InvalidField) in
        throw .missing
    } write: { _ in
        []
    }
}

extension FieldKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of an enumeration's cases, each with its words.
    public static func cases(_ words: @escaping @Sendable (Value) -> Words) -> Self {
        oneOf(FieldShape.choice, words)
    }

    /// The column by which a table is sorted. Each case is named as its column.
    public static func order(_ words: @escaping @Sendable (Value) -> Words) -> Self { oneOf(FieldShape.order, words) }

    private static func oneOf(
        _ shape: ([Choice]) -> FieldShape, _ words: @escaping @Sendable (Value) -> Words
    ) -> Self {
        let choices = Value.allCases.map { Choice($0.rawValue, words($0)) }
        return Self(
            shape(choices),
            parse: { (text: String) throws(InvalidField) in
                guard let value = Value(rawValue: text) else { throw InvalidField("is none of the choices") }
                return value
            }, text: { $0.rawValue })
    }
}

extension FieldKind {
    /// The identity of a noun. `naming` says what people read instead of it.
    public static func id<Noun>(
        _ noun: SurfaceName, choices: Choices? = nil, naming: Naming? = nil
    ) -> Self where Value == ID<Noun> {
        Self(
            .reference(noun.description), choices: choices, naming: naming,
            parse: { (text: String) throws(InvalidField) in
                guard let id = ID<Noun>(text) else { throw InvalidField("names nothing here; choose it again") }
                return id
            }, text: { $0.description })
    }
}
