internal import Foundation

/// The rows of recurring work.
extension UnitOfWork {
    func missing(of recurrences: [Registry.Recurrence]) throws -> [Registry.Recurrence] {
        let known = Set(
            try kernel.rows("SELECT module, name FROM kernel_schedule", as: String.self, String.self).map { [$0.0, $0.1] })
        return recurrences.filter { !known.contains([$0.module.description, $0.name]) }
    }

    func schedule(_ recurrence: Registry.Recurrence) throws {
        let due = now.addingTimeInterval(recurrence.interval / .seconds(1))
        try kernel.run(
            """
            INSERT INTO kernel_schedule (module, name, due_at)
            VALUES (\(recurrence.module.description), \(recurrence.name), \(due))
            """)
    }
}
