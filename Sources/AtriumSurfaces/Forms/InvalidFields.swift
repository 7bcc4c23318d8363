public import Atrium

/// What is wrong with an input: all faults at once, by the names of the fields.
public struct InvalidFields: Error, Sendable, Equatable {
    /// The fault of each field that has one, as a phrase that follows the field's label: "is required".
    public let faults: [String: Words]
    /// Whether the input could not be read at all, so that there are no fields.
    public let isUnreadable: Bool

    /// The fault of a field that has to be filled in and is not.
    public static func missing(_ field: SurfaceName) -> Self { Self([field.description: InvalidField.missing.words]) }

    /// Makes the error.
    public init(_ faults: [String: Words], isUnreadable: Bool = false) {
        (self.faults, self.isUnreadable) = (faults, isUnreadable)
    }
}

extension Words {
    /// A fault after the label of its field: "Name is required".
    public init(fault: Words, of label: Words) { self = "\(context: "fault")\(label) \(fault)" }
}

/// What is wrong with one field, as a phrase that follows the field's label: "is required".
public struct InvalidField: Error, Sendable, Equatable {
    /// The phrase.
    public let words: Words

    /// Makes the error.
    public init(_ words: Words) { self.words = words }

    static let missing = InvalidField("is required")
}
