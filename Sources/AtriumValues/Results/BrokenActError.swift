/// An act threw after it had written, and failed the unit although its error was caught.
public struct BrokenActError: Error, CustomStringConvertible {
    /// The module whose act it is.
    public let module: String
    public let cause: any Error

    package init(module: String, cause: any Error) { (self.module, self.cause) = (module, cause) }

    public var description: String {
        "an act of '\(module)' threw after it had written, so the whole unit fails; let its error through, or check before "
            + "the act: \(cause)"
    }
}
