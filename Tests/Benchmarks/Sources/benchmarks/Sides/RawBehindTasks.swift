import Synchronization

/// Raw C for many tasks at once. Each task leaves its unit under a lock and waits. The last task that a commit needs runs the
/// statements of all and answers them. This shows what the callers cost in addition to the statements.
final class RawBehindTasks: Sendable {
    private struct State {
        let raw: RawItems
        var waiting: [(id: Int, caller: UnsafeContinuation<Void, any Error>)] = []
    }

    private let state: Mutex<State>
    private let member: String
    private let size: Int

    /// A commit has `size` units. So `size` callers must be in flight, and their units must be a multiple of `size`.
    init(path: String, member: String, unitsOfCommit size: Int) throws {
        state = Mutex(State(raw: try RawItems(path: path)))
        (self.member, self.size) = (member, size)
    }

    func add(_ id: Int, isTold: Bool) async throws {
        try await withUnsafeThrowingContinuation { caller in
            state.withLock { state in
                state.waiting.append((id, caller))
                if state.waiting.count == size { commit(&state, isTold: isTold) }
            }
        }
    }

    private func commit(_ state: inout State, isTold: Bool) {
        let units = state.waiting
        state.waiting.removeAll(keepingCapacity: true)
        let result = Result {
            try state.raw.writing {
                for unit in units { try state.raw.addAsUnit(Item(unit.id), member: member, isTold: isTold) }
            }
        }
        for unit in units { unit.caller.resume(with: result) }
    }
}
