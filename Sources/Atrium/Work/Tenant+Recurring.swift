internal import AtriumJournal
internal import Foundation

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
        try await Jobs.correct(file, for: recurrences.map(\.work), at: configuration.time())
        let modules = registry.withLock { Set($0.modules.map(\.id.description) + ["kernel"]) }
        try await wakeMarker.rest(file, modules: modules, isDue: isDue)
    }

    /// Takes the work that has been due for the longest time. Leaves out work that is still running.
    private func nextWork() async throws -> StartedModule.Recurrence? {
        let now = try configuration.time()
        let due = try await file.read { try Jobs($0.kernel).due(at: now) }
        let all = recurrences
        let works = due.compactMap { due in all.first { $0.work.job == due } }
        return runningWork.withLock { running in works.first { running.insert($0.work).inserted } }
    }

    private func perform(_ recurrence: StartedModule.Recurrence) async throws {
        let work = recurrence.work
        try await RecurringRun(of: work, within: configuration.workTimeout, note: note).perform { [self] in
            defer { runningWork.withLock { _ = $0.remove(work) } }
            try await recurrence.body()
        } isInterruption: { [self] in
            !isOpenNow || ($0 as? ModuleError)?.module.description == work.module
        } report: { [self] in
            report($0, in: work.name, of: work.module)
        }
    }

    /// Runs a body in a unit of the kernel.
    @Sendable func note(_ body: @escaping @Sendable (CachingExecutor, Date) throws -> Void) async throws {
        try await write(as: .kernel) { try body($0.kernel, $0.now) }
    }

    func report(_ error: any Error, in work: String, of module: String) {
        configuration.observer.observe(.workFailed(id, module: module, work: work, error: error))
    }
}
