public import Atrium

/// The fields of a surface, and how a value is made from them.
public struct Form<Subject: Sendable>: Sendable {
    /// The fields, in the order in which people fill them in.
    public let fields: [AnyField<Subject>]
    /// What writes the fields, in the order in which they stand in an address.
    private let writers: [Writer]
    private let make: @Sendable (FormInput, _ isOffer: Bool) throws(InvalidFields) -> Subject

    /// Fields in the order of the initializer's parameters: `Form(Self.init, Field("role", \.role, .role, "Role"), …)`.
    public init<each Value: Sendable>(
        _ make: @escaping @Sendable (repeat each Value) -> Subject, _ field: repeat Field<Subject, each Value>
    ) {
        var fields: [AnyField<Subject>] = []
        for field in repeat each field { fields.append(AnyField(field)) }
        self.fields = fields
        writers = fields.map(Writer.init).sorted { $0.name < $1.name }
        self.make = { (input: FormInput, isOffer: Bool) throws(InvalidFields) -> Subject in
            var faults: [String: Words] = [:]
            let values = (repeat (each field).read(input, &faults, isOffer: isOffer))
            guard faults.isEmpty else { throw InvalidFields(faults) }
            return make(repeat try Self.present(each values))
        }
    }

    /// Writes one field into an address.
    private struct Writer: Sendable {
        let name: String
        /// What stands before a value: `?name=`, and `&name=` after another field.
        let first, next: String
        let hasDefault: Bool
        let write: @Sendable (Subject) -> [String]

        init(_ field: AnyField<Subject>) {
            let name = FormInput.encoded(field.name)
            (self.name, first, next) = (field.name, "?\(name)=", "&\(name)=")
            (hasDefault, write) = (!field.initial.isEmpty, field.write)
        }
    }

    /// Makes a value. Throws all faults of all fields.
    public func read(_ input: FormInput) throws(InvalidFields) -> Subject { try make(input, false) }

    /// Makes the value that a place offers: fields of the kind ``FieldKind/required(_:)`` may be empty.
    public func readOffer(_ input: FormInput) throws(InvalidFields) -> Subject { try make(input, true) }

    /// Throws if one of the names is no field. A misspelt filter would otherwise mean everything.
    public func requireKnown(_ names: some Sequence<String>) throws(InvalidFields) {
        let known = Set(fields.map(\.name))
        let unknown = names.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw InvalidFields(Dictionary(unknown.map { ($0, "is no field here") }) { first, _ in first })
        }
    }

    /// The texts from which ``read(_:)`` makes an equal value. Files are missing.
    public func write(_ subject: Subject) -> FormInput {
        FormInput(Dictionary(fields.map { ($0.name, $0.write(subject)) }) { first, _ in first })
    }

    /// The address of a value: a path with the texts as its query, in the order of the fields' names. An empty text is left out,
    /// unless it says that a default does not apply. A page has hundreds of addresses, so nothing is sorted here.
    public func address(of subject: Subject, at path: String, leavingOut names: [String] = []) -> String {
        var address = path
        address.reserveCapacity(path.utf8.count + 64)
        var isFirst = !path.utf8.contains(UInt8(ascii: "?"))
        for writer in writers where names.isEmpty || !names.contains(writer.name) {
            let texts = writer.write(subject)
            guard writer.hasDefault || texts.contains(where: { !$0.isEmpty }) else { continue }
            for text in texts {
                address += isFirst ? writer.first : writer.next
                address += FormInput.encoded(text)
                isFirst = false
            }
        }
        return address
    }

    private static func present<Value>(_ value: Value?) throws(InvalidFields) -> Value {
        guard let value else { throw InvalidFields([:]) }
        return value
    }
}

/// One property of a surface, as people fill it in.
public struct Field<Subject: Sendable, Value: Sendable>: Sendable {
    let name: String
    let label: Words
    let help: Words
    let kind: FieldKind<Value>
    let get: @Sendable (Subject) -> Value
    let fallback: Value?
    let choices: Choices?

    /// A field with its name, its property, its kind and its label. A `default` makes it optional.
    public init(
        _ name: SurfaceName, _ get: @escaping @Sendable (Subject) -> Value, _ kind: FieldKind<Value>, _ label: Words,
        help: Words = "", default fallback: Value? = nil, choices: Choices? = nil
    ) {
        (self.name, self.get, self.kind, self.label) = (name.description, get, kind, label)
        (self.help, self.fallback, self.choices) = (help, fallback, choices ?? kind.choices)
    }

    func read(_ input: FormInput, _ faults: inout [String: Words], isOffer: Bool = false) -> Value? {
        do throws(InvalidField) {
            let read = isOffer ? kind.readOffer : kind.read
            if let texts = input.texts[name] { return try read(texts) }
            if let upload = input.files[name], let file = upload as? Value { return file }
            if let fallback { return fallback }
            return try read([])
        } catch {
            faults[name] = error.words
            return nil
        }
    }
}

/// A field as renderers see it.
public struct AnyField<Subject: Sendable>: Sendable {
    /// The name in addresses, commands and documents.
    public let name: String
    /// What people read beside the field.
    public let label: Words
    /// What people have to know to fill it in; may be empty.
    public let help: Words
    /// How to ask for it.
    public let shape: FieldShape
    /// Whether it has to be filled in.
    public let isRequired: Bool
    /// Whether it can be empty: it is not required, and an empty text does not mean a fault.
    public let canBeEmpty: Bool
    /// The texts of the default value; empty if there is none.
    public let initial: [String]
    /// What can be chosen; `nil` if anything can be written.
    public let choices: Choices?
    /// What people read instead of a text of the field; `nil` if they read the text itself.
    public let naming: Naming?
    /// The texts of the field in a value.
    public let write: @Sendable (Subject) -> [String]

    init<Value>(_ field: Field<Subject, Value>) {
        (name, label, help, shape) = (field.name, field.label, field.help, field.kind.shape)
        isRequired = field.fallback == nil && field.kind.isRequired
        (canBeEmpty, naming) = (!field.kind.isRequired, field.kind.naming)
        initial = field.fallback.map(field.kind.write) ?? []
        // The closure holds what it needs and not the field, because unpacking a field takes longer than writing it.
        let (get, text) = (field.get, field.kind.write)
        (choices, write) = (field.choices, { text(get($0)) })
    }
}
