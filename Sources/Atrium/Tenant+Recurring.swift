/// Recurring work in one tenant.
extension Tenant {
    /// Runs the work that is due and returns how many pieces ran.
    func runDue() async throws -> Int {
        let (now, recurrences) = (configuration.now(), registry.withLock(\.recurrences))
        let due = try await file.read { connection in
            try connection.kernel.rows(
                "SELECT module, name FROM kernel_schedule WHERE due_at <= \(now)", as: String.self, String.self
            ).compactMap { row in recurrences.first { $0.module.description == row.0 && $0.name == row.1 } }
        }
        for work in due {
            // The next time stands before it runs, so that a wake meanwhile counts; a crash meanwhile leaves it marked.
            try await mark(work, isRunning: true)
            do {
                try await work.body()
            } catch let error where !(error is CancellationError) {
                configuration.observer.observe(
                    .handlerFailed(id, module: work.module.description, work: work.name, error: error))
            }
            try await mark(work, isRunning: false)
        }
        try await wakefulness.rest(file)
        return due.count
    }

    private func mark(_ work: Registry.Recurrence, isRunning: Bool) async throws {
        try await write(as: .kernel) { unit in
            try unit.run(
                """
                UPDATE kernel_schedule
                SET is_running = \(isRunning), due_at = iif(\(isRunning), \(work.next(after: unit.now)), due_at)
                WHERE module = \(work.module.description) AND name = \(work.name)
                """)
        }
    }
}
