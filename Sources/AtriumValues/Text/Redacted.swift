/// A value that hides its content when it is printed, interpolated or dumped, alone or inside another value. It is a secret, or
/// a text that contains a secret. Code that needs the content reads a property by its name.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
    public var description: String { "\(Self.self)(not shown)" }
    public var debugDescription: String { "\(Self.self)(not shown)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
