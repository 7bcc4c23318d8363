/// A module's `start`, or what it caught up on, threw an error. The organization did not open, or the modules were not switched.
public struct ModuleStartError: Error, CustomStringConvertible {
    /// The module that did not start.
    public let module: ModuleID
    /// The error that its `start` threw.
    public let cause: any Error

    package init(module: ModuleID, cause: any Error) { (self.module, self.cause) = (module, cause) }

    public var description: String { "module '\(module)' did not start: \(cause)" }
}
