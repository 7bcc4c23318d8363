internal import AtriumValues

/// A piece of recurring work, as its module registered it.
package struct RecurringWork: Hashable, Sendable {
    /// The allowed intervals: from one second to ten years. A running platform looks for due work once in a second.
    package static let intervals: ClosedRange<Duration> = .seconds(1) ... .seconds(3650 * 86_400)

    package let module: String
    package let name: String
    /// In seconds.
    package let interval: Double

    package init(module: String, name: String, interval: Double) {
        (self.module, self.name, self.interval) = (module, name, interval)
    }

    /// What is wrong with the name or the interval, as advice.
    package static func fault(of name: String, every interval: Duration) -> String? {
        guard TextRule.isLabel(name, upTo: 100) else {
            return
                "the name of its recurring work must have 1 to 100 characters, no control characters, and no blanks at its "
                + "ends; choose another"
        }
        guard intervals.contains(interval) else {
            return "recurring work '\(name)' has the interval \(interval); choose a second to ten years"
        }
        return nil
    }

    package var job: JobKey { JobKey(module: module, name: name) }
}
