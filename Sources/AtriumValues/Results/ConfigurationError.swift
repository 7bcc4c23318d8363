/// All faults of a configuration or of a set of modules, in one error.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// One sentence for each fault, with its remedy.
    public let faults: [String]

    package init(faults: [String]) { self.faults = faults }

    public var description: String { faults.joined(separator: "\n") }
}
