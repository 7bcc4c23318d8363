/// Collects what is wrong with a configuration, as sentences.
package struct ConfigurationChecks {
    package private(set) var faults: [String] = []

    package init() {}

    /// Adds a fault, unless a setting is fine.
    package mutating func require(_ isFine: Bool, _ fault: String) { if !isFine { faults.append(fault) } }

    /// Adds a fault, unless a setting is in a range.
    package mutating func require<Value: Comparable>(_ name: String, _ value: Value, _ range: ClosedRange<Value>) {
        require(range ~= value, "\(name) is \(value); choose \(range.lowerBound) to \(range.upperBound)")
    }
}
