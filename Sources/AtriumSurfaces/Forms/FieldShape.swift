public import Atrium

/// How renderers ask for a field. The list is closed, so that each renderer knows all shapes.
public indirect enum FieldShape: Sendable, Hashable {
    /// One line of text.
    case line
    /// An address of mail.
    case email
    /// Text with line breaks.
    case lines
    /// A whole number in this range.
    case integer(ClosedRange<Int>)
    /// A day of the calendar.
    case day
    /// Yes or no.
    case flag
    /// One of a few choices that are the same for everybody.
    case choice([Choice])
    /// The column by which a table is sorted.
    case order([Choice])
    /// The identity of something: the noun says of what.
    case reference(String)
    /// A file.
    case file
    /// A text that people neither read nor write: the secret of a link, or what a change is based on.
    case hidden
    /// Rows of the table with this path.
    case selection(String)
    /// Any number of values.
    case many(FieldShape)
}

/// Something that can be chosen.
public struct Choice: Sendable, Hashable {
    /// What the field gets.
    public let text: String
    /// What people read.
    public let label: Words

    /// Makes a choice.
    public init(_ text: String, _ label: Words) { (self.text, self.label) = (text, label) }
}

/// The choices of a field, found for the caller and for what is filled in so far.
public struct Choices: Sendable {
    /// The largest number of choices that people look through. If there are more, anything can be written.
    public static let most = 500

    /// The fields that have to be filled in before.
    public let after: [String]
    /// Finds the choices.
    public let list: @Sendable (Tenant, Caller, FormInput) async throws -> [Choice]

    /// Choices from a module's service.
    public static func of<Provider: SurfaceProvider>(
        _ provider: Provider.Type, _ list: @escaping @Sendable (Provider.Service, Caller) async throws -> [Choice]
    ) -> Self { Self(after: []) { tenant, caller, _ in try await list(provider.service(in: tenant), caller) } }

    /// Choices from a module's service that depend on another field. There are none before that field is filled in.
    public static func of<Provider: SurfaceProvider, Subject, Value>(
        _ provider: Provider.Type, after field: Field<Subject, Value>,
        _ list: @escaping @Sendable (Value, Provider.Service, Caller) async throws -> [Choice]
    ) -> Self {
        Self(after: [field.name]) { tenant, caller, input in
            var faults: [String: Words] = [:]
            guard let value = field.read(input, &faults) else { return [] }
            return try await list(value, provider.service(in: tenant), caller)
        }
    }
}
