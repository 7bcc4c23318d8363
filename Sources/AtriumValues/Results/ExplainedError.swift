/// An error that the caller can understand and act on. Its text names the rule and the remedy, and may be shown to the person
/// who caused it. Any other error is a fault of the program or of the machine. People are only told that it happened.
public protocol ExplainedError: Error, CustomStringConvertible {
    /// The rule and the remedy, for people.
    var words: Words { get }
}

extension ExplainedError {
    public var description: String { words.description }
}

extension ExplainedError where Self: RawRepresentable, RawValue == String {
    /// The raw value, which is a text of the source.
    public var words: Words { Words(source: rawValue) }
}
