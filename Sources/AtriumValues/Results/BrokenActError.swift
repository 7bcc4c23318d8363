/// An act threw after it had written. The whole unit fails, even if a caller caught the error of the act.
public struct BrokenActError: Error, CustomStringConvertible {
    /// The module that the act belongs to.
    public let module: String
    /// The error that the act threw.
    public let cause: any Error

    package init(module: String, cause: any Error) { (self.module, self.cause) = (module, cause) }

    public var description: String {
        "an act of '\(module)' threw after it had written, so the whole unit fails; do not catch its error, or check before "
            + "the act: \(cause)"
    }
}
