/// A value that is one text: in JSON, in the address of a page, in a log.
///
/// Its `description` is the canonical form; reading any other text gives `nil`, and decoding it throws `DecodingError`.
public protocol TextValue: Sendable, Hashable, Codable, LosslessStringConvertible {}

extension TextValue {
    /// Reads one text; throws `DecodingError` for what is no such value.
    public init(from decoder: any Decoder) throws { try self.init(textFrom: decoder) }

    /// Writes one text.
    public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }

    /// What a type with a raw value says itself: it has two forms to choose from.
    package init(textFrom decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the text of a \(Self.self)")
        }
        self = value
    }

    package func encodeText(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A text value that says why a text is none.
///
/// `try EmailAddress(text)` throws the fault, also where an optional is asked for. Only generic code, which knows no more than
/// `LosslessStringConvertible`, gets `nil`: Swift lets no type declare both initializers, but a protocol beside it may.
public protocol FaultedTextValue: TextValue {
    associatedtype Fault: Error

    init(_ text: String) throws(Fault)
}

extension FaultedTextValue {
    /// Reads the text; `nil` where the other initializer throws. It never takes the other one's place.
    @_disfavoredOverload
    public init?(_ description: String) {
        do {
            let value: Self = try Self(description)
            self = value
        } catch {
            return nil
        }
    }

    /// Reads one text; throws `DecodingError` with the fault for what is no such value.
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
