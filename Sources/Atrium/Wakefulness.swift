internal import struct Foundation.Date
internal import Synchronization

/// Keeps a tenant's `wake_at` in the directory true: *now* before its file is first written, so that a crash leaves it
/// due; the time of its next recurring work once it rests.
final class Wakefulness: Sendable {
    private struct State {
        var isAwake = false
        /// Units that write or are about to.
        var writers = 0
        /// Counts the turns between awake and asleep, and the writes: what was decided before one is void after it.
        var generation = 0
        var settling: Task<Void, Never>?
    }

    private let organization: OrganizationID
    private let directory: Directory
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    init(organization: OrganizationID, directory: Directory, now: @escaping @Sendable () -> Date) {
        self.organization = organization
        self.directory = directory
        self.now = now
    }

    /// Before a write; pair it with `release`.
    func hold() async throws {
        let isAwake = state.withLock { state in
            state.writers += 1
            state.generation += 1
            return state.isAwake
        }
        guard !isAwake else { return }
        do {
            try await directory.setWake(of: organization, at: now())
        } catch {
            release()
            throw error
        }
        state.withLock { $0.isAwake = true }
    }

    func release() { state.withLock { $0.writers -= 1 } }

    /// Before the file closes, on its writing connection.
    func sleep(closing connection: Connection) {
        let generation = state.withLock(\.generation)
        if let due = try? Self.nextDue(connection.kernel) { sleep(until: due, decidedAt: generation) }
    }

    /// After the due work ran.
    func rest(_ file: DatabaseFile) async throws {
        let generation = state.withLock(\.generation)
        let due = try await file.read { try Self.nextDue($0.kernel) }
        sleep(until: due, decidedAt: generation)
        await settled()
    }

    /// Waits until the directory knows.
    func settled() async {
        await state.withLock(\.settling)?.value
    }

    private func sleep(until due: Date?, decidedAt generation: Int) {
        state.withLock { state in
            guard state.writers == 0, state.isAwake, state.generation == generation else { return }
            state.isAwake = false
            state.settling = Task { [self] in
                // A failure leaves the tenant due, which costs one look too many.
                try? await directory.setWake(of: organization, at: due) { self.state.withLock { $0.generation != generation } }
            }
        }
    }

    private static func nextDue(_ session: Session) throws -> Date? {
        try session.one("SELECT min(due_at) FROM kernel_schedule", as: Date?.self)
    }
}
