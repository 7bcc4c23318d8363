/// Everything that is wrong with a configuration or a set of modules, at once.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    public let faults: [String]

    package init(faults: [String]) { self.faults = faults }

    public var description: String { faults.joined(separator: "\n") }
}
