/// Raw C for many tasks at once: each waits for its unit, and one commit answers all that wait. It shows what a caller costs
/// whoever has one, beside the statements.
actor RawBehindTasks {
    private let raw: RawItems
    private let member: String
    private let size: Int
    private var waiting: [(id: Int, caller: CheckedContinuation<Void, any Error>)] = []

    /// A commit holds `size` units; so many callers have to be in flight.
    init(path: String, member: String, unitsOfCommit size: Int) throws {
        raw = try RawItems(path: path)
        (self.member, self.size) = (member, size)
    }

    func add(_ id: Int) async throws {
        try await withCheckedThrowingContinuation { caller in
            waiting.append((id, caller))
            if waiting.count == size { commit() }
        }
    }

    private func commit() {
        let units = waiting
        waiting = []
        let result = Result {
            try raw.writing { for unit in units { try raw.addAsUnit(Item(unit.id), member: member) } }
        }
        for unit in units { unit.caller.resume(with: result) }
    }
}
