internal import Atrium
public import AtriumSurfaces

/// What the body of a request says.
public enum APIBody: Sendable {
    /// A value of JSON. It must be an object with the fields.
    case json(JSONValue)
    /// A form with its files.
    case form(FormInput)

    /// The input of a surface's form. Throws all faults: names that are no field, and values of another type than the document
    /// says.
    func input<Subject>(of form: Form<Subject>) throws(InvalidFields) -> FormInput {
        switch self {
        case .form(let input):
            try form.requireKnown(Set(input.texts.keys).union(input.files.keys))
            return input
        case .json(.object(let object)):
            try form.requireKnown(object.keys)
            var (input, faults) = (FormInput(), [String: Words]())
            for field in form.fields {
                guard let value = object[field.name] else { continue }
                if let texts = Self.texts(of: value, field.shape) {
                    input.texts[field.name] = texts
                } else {
                    faults[field.name] = "has another type than the document says"
                }
            }
            guard faults.isEmpty else { throw InvalidFields(faults) }
            return input
        case .json: throw InvalidFields([:], isUnreadable: true)
        }
    }

    /// The texts of a value; `nil` if its type is not the one of the shape. `null` is an empty field.
    private static func texts(of value: JSONValue, _ shape: FieldShape) -> [String]? {
        switch (shape, value) {
        case (.file, _): return nil
        case (_, .null): return [""]
        case (.flag, .bool(let isTrue)): return [String(isTrue)]
        case (.integer, .integer(let number)): return [String(number)]
        case (.integer, _), (.flag, _): return nil
        case (.many(let one), .array(let values)): return joined(values, one)
        case (.selection, .array(let values)): return joined(values, .line)
        case (.many, _), (.selection, _): return nil
        // Empty is `null` here, because the empty text is neither a day nor a choice.
        case (.day, .string("")), (.choice, .string("")), (.order, .string("")): return nil
        case (_, .string(let text)): return [text]
        default: return nil
        }
    }

    private static func joined(_ values: [JSONValue], _ shape: FieldShape) -> [String]? {
        var joined: [String] = []
        for value in values {
            guard value != .null, let own = texts(of: value, shape) else { return nil }
            joined += own
        }
        return joined
    }
}
