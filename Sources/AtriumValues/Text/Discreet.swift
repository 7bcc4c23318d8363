/// A value that shows nothing of what it holds when it is printed, interpolated or dumped, alone or inside of another: a
/// secret, or a text that has one in it. What is meant to be read is asked for by its name.
public protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Discreet {
    public var description: String { "\(Self.self)(not shown)" }
    public var debugDescription: String { "\(Self.self)(not shown)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
