internal import Foundation

/// The rows of recurring work.
extension UnitOfWork {
    /// The statements that bring the schedule in line with the code: new work is due after its interval, and what a crash
    /// interrupted is due now.
    func scheduleChanges(_ recurrences: [Registry.Recurrence]) throws -> [SQL] {
        let known = try kernel.rows("SELECT module, name, is_running FROM kernel_schedule", as: String.self, String.self, Bool.self)
        return recurrences.compactMap { work in
            let (module, name) = (work.module.description, work.name)
            guard let row = known.first(where: { $0.0 == module && $0.1 == name }) else {
                let due = now.addingTimeInterval(work.interval / .seconds(1))
                return "INSERT INTO kernel_schedule (module, name, due_at) VALUES (\(module), \(name), \(due))"
            }
            guard row.2 else { return nil }
            return """
                UPDATE kernel_schedule SET due_at = \(now), is_running = 0 WHERE module = \(module) AND name = \(name)
                """
        }
    }
}
