/// A value that is written as one text: in JSON, in the address of a page, in a log.
///
/// Its `description` is the canonical form. Reading any other text gives `nil`, and decoding it throws `DecodingError`.
public protocol TextValue: Sendable, Hashable, Codable, LosslessStringConvertible {}

extension TextValue {
    /// Reads one text; throws `DecodingError` if the text is not such a value.
    public init(from decoder: any Decoder) throws { try self.init(textFrom: decoder) }

    /// Writes one text.
    public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }

    /// Reads one text. A type with a raw value calls this in its own `init(from:)`: otherwise Swift has two defaults to choose
    /// from.
    package init(textFrom decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the text of a \(Self.self)")
        }
        self = value
    }

    /// Writes one text. A type with a raw value calls this in its own `encode(to:)`, for the same reason.
    package func encodeText(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A text value that says why a text is not valid.
///
/// `try EmailAddress(text)` throws the fault, also where an optional is expected. Only generic code that knows nothing but
/// `LosslessStringConvertible` gets `nil`. Swift lets no type declare both initializers, but a protocol may add the second one.
public protocol FaultedTextValue: TextValue {
    /// The reasons why a text can be refused.
    associatedtype Fault: Error

    /// Reads one text; throws the reason if the text is not such a value.
    init(_ text: String) throws(Fault)
}

extension FaultedTextValue {
    /// Reads one text; `nil` where the other initializer throws. Swift chooses it only where the other one does not fit.
    @_disfavoredOverload
    public init?(_ description: String) {
        do {
            let value: Self = try Self(description)
            self = value
        } catch {
            return nil
        }
    }

    /// Reads one text; throws `DecodingError` with the fault if the text is not such a value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            let value: Self = try Self(text)
            self = value
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: container.codingPath, debugDescription: "\(error)", underlyingError: error))
        }
    }
}
