internal import AtriumStorage

/// Which job of a file: a module's recurring work by its name, or an event, by its type and number, that a module handles again.
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

    /// The condition that finds its row.
    var condition: SQL { "(module, sequence, name) = (\(module), \(sequence), \(name))" }
}
