internal import AtriumJournal
internal import Foundation

/// Work that is due, in all organizations.
extension Platform {
    /// Runs recurring work and hands over events, in all organizations, within a second of when they are due, until the
    /// task is cancelled. Organizations take turns: one with much to do does not keep another waiting.
    public func run() async throws {
        while true { if try await runDue() == 0 { try await Task.sleep(for: .seconds(1)) } }
    }

    /// Runs what is due, until nothing is, and returns how much that was. An organization that cannot be opened is reported
    /// to the observer, waits a minute, and does not stop the others.
    @discardableResult
    public func runDue() async throws -> Int {
        let turns = Turns<OrganizationID>()
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<configuration.workers { group.addTask { try await self.takeTurns(turns) } }
            return try await group.reduce(0, +)
        }
    }

    private func takeTurns(_ turns: Turns<OrganizationID>) async throws -> Int {
        var count = 0
        while true {
            try Task.checkCancellation()
            if turns.isRoundOver { turns.startRound(with: try await directory.due(at: configuration.now())) }
            guard let id = turns.take() else { return count }
            let done = try await turn(of: id)
            count += done
            turns.end(id, hasMore: done > 0)
        }
    }

    private func turn(of id: OrganizationID) async throws -> Int {
        do {
            return try await tenant(id).takeTurn()
        } catch let error where !(error is CancellationError && Task.isCancelled) {
            configuration.observer.observe(.handlerFailed(id, module: "kernel", work: "run", error: error))
            try await directory.setWake(of: id, at: configuration.now().addingTimeInterval(60))
            return 0
        }
    }
}
