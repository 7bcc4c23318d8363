internal import AtriumJournal
internal import Foundation

/// Due work of all organizations.
extension Platform {
    /// Runs recurring work and delivers events in all organizations, within a second after they are due, until the task is
    /// cancelled. Organizations take turns, so one with much work does not delay the others.
    public func run() async throws { _ = try await takeTurns(endless: true) }

    /// Runs what is due until nothing more is due. Returns how many events and pieces of recurring work that were. An
    /// organization that cannot be opened is reported to the observer and tried again after a minute. It does not stop the
    /// others.
    @discardableResult
    public func runDue() async throws -> Int { try await takeTurns(endless: false) }

    private func takeTurns(endless: Bool) async throws -> Int {
        try await RoundRobin<OrganizationID>().run(workers: configuration.workers, endless: endless) {
            try await self.directory.due(at: self.configuration.time())
        } turn: { id in
            try await self.turn(of: id)
        }
    }

    private func turn(of id: OrganizationID) async throws -> Int {
        do { return try await tenant(id).takeTurn() } catch is OrganizationError {
            // The organization was suspended or deleted before its turn, so nothing of it is due.
            return 0
        } catch let error where !(error is CancellationError && Task.isCancelled) {
            configuration.observer.observe(.workFailed(id, module: "kernel", work: "run", error: error))
            try await directory.setWake(of: id, at: configuration.time().addingTimeInterval(60))
            return 0
        }
    }
}
