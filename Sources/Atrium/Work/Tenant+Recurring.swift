internal import AtriumJournal

/// Due work of one organization.
extension Tenant {
    /// Takes one turn among the organizations: deliveries, and one piece of recurring work. Returns how many events and pieces of
    /// recurring work it has taken. After a turn with nothing to do, the organization rests.
    func takeTurn() async throws -> Int {
        do { return try await runTurn() } catch { throw explained(error) }
    }

    private func runTurn() async throws -> Int {
        await index.follow(.none)
        await copyAddresses()
        let delivered = await deliveries.run(deliver)
        guard let work = try await nextWork() else {
            if delivered == 0 { try await rest(isDue: true) }
            return delivered
        }
        try await perform(work)
        return delivered + 1
    }

    /// Corrects jobs that are due too late because the clock was once ahead, and tells the directory when the next work is due.
    func rest(isDue: Bool = false) async throws {
        let works = registry.withLock { $0.recurrences.map(\.work) }
        try await Jobs.correct(file, for: works, at: configuration.time())
        try await wakeMarker.rest(file, modules: moduleNames, isDue: isDue)
    }

    /// Takes the work that has been due for the longest time. Leaves out work that is still running.
    private func nextWork() async throws -> Registry.Recurrence? {
        let now = try configuration.time()
        let due = try await file.read { try Jobs($0.kernel).due(at: now) }
        return registry.withLock { registry in
            let works = due.compactMap { due in registry.recurrences.first { $0.work.job == due } }
            return works.first { registry.running.insert($0.work).inserted }
        }
    }

    private func perform(_ recurrence: Registry.Recurrence) async throws {
        let work = recurrence.work
        var outcome = Jobs.Outcome.done
        do {
            try await withDeadline(configuration.workTimeout) { [self] in
                defer { registry.withLock { _ = $0.running.remove(work) } }
                try await write(as: .kernel) { try Jobs($0.kernel).begin(work, at: $0.now) }
                try await recurrence.body()
            }
        } catch  where Task.isCancelled || !isOpenNow {
            outcome = .interrupted
        } catch {
            report(error, in: work.name, of: work.module)
            outcome = .failed(String("\(error)".prefix(500)))
        }
        // In a separate task, so that the end of the work is recorded even if the caller is cancelled.
        try await Task { [outcome] in
            try await write(as: .kernel) { try Jobs($0.kernel).end(work, outcome, at: $0.now) }
        }.value
    }

    func report(_ error: any Error, in work: String, of module: String) {
        configuration.observer.observe(.workFailed(id, module: module, work: work, error: error))
    }
}
