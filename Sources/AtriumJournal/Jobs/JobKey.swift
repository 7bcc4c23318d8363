internal import AtriumStorage

/// Identifies a job of a file: recurring work of a module by its name, or an event that a module handles again, by its type and
/// number.
package struct JobKey: Hashable, Sendable {
    package let module: String
    /// The name of the recurring work, or the event's type.
    package let name: String
    /// The event's number in the log; 0 for recurring work.
    let sequence: Int

    package init(module: String, name: String, sequence: Int = 0) {
        (self.module, self.name, self.sequence) = (module, name, sequence)
    }

    init(_ entry: EventLog.Entry, of module: String) {
        self.init(module: module, name: entry.event, sequence: entry.sequence)
    }

    /// The SQL condition that selects the job's row.
    var condition: SQL { "(module, sequence, name) = (\(module), \(sequence), \(name))" }
}
