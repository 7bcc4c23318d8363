/// A named place where modules offer values of one type to each other.
public struct ExtensionPoint<Value: Sendable>: Sendable {
    package let name: String

    /// The name is unique in the platform: `<module>.<words>`.
    public init(_ name: StaticString) { self.name = name.description }
}
