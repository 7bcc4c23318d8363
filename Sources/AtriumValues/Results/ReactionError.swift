/// A reaction threw an error. The unit that published the event failed with it.
public struct ReactionError: Error, CustomStringConvertible {
    /// The module whose reaction failed.
    public let module: ModuleID
    /// The type of the event.
    public let event: String
    /// The error that the reaction threw.
    public let cause: any Error

    package init(module: ModuleID, event: String, cause: any Error) {
        (self.module, self.event, self.cause) = (module, event, cause)
    }

    public var description: String { "module '\(module)' failed reacting to \(event): \(cause)" }
}
