internal import struct Foundation.Date

/// Keeps a tenant's `wake_at` in the directory true: *now* before its file is first written, so that a crash leaves it
/// due; the time of its next recurring work once it rests.
final class Wakefulness: Sendable {
    private struct State {
        var isAwake = false
        /// Units that write or are about to.
        var writers = 0
        /// Counts the turns between awake and asleep, and the writes: what was decided before one is void after it.
        var generation = 0
    }

    private let organization: OrganizationID
    private let directory: Directory
    private let now: @Sendable () -> Date
    private let state = Locked(State())

    init(organization: OrganizationID, directory: Directory, now: @escaping @Sendable () -> Date) {
        (self.organization, self.directory, self.now) = (organization, directory, now)
    }

    /// Runs a write, awake.
    func during<Value>(_ write: () async throws -> Value) async throws -> Value {
        let isAwake = state.withLock { state in
            state.writers += 1
            state.generation += 1
            return state.isAwake
        }
        defer { state.withLock { $0.writers -= 1 } }
        if !isAwake {
            try await directory.setWake(of: organization, at: now())
            state.withLock { $0.isAwake = true }
        }
        return try await write()
    }

    /// After the due work ran, and before the file closes for good: due again when its next work is.
    func rest(_ file: DatabaseFile) async throws {
        let generation = state.withLock(\.generation)
        let due = try await file.read { connection in
            try connection.kernel.one("SELECT min(due_at) FROM kernel_schedule", as: Date?.self)
        }
        let isAsleep = state.withLock { state in
            guard state.writers == 0, state.isAwake, state.generation == generation else { return false }
            state.isAwake = false
            return true
        }
        guard isAsleep else { return }
        try await directory.setWake(of: organization, at: due) { self.state.withLock { $0.generation != generation } }
    }
}
