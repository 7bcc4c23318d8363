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

    package var job: JobKey { JobKey(module: module, name: name) }
}
