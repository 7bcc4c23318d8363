import Atrium

/// Runs an operation for each id, in `limit` tasks. Each task starts its next operation when the last one is done.
func inFlight(
    _ limit: Int, _ ids: Range<Int>, _ operation: @escaping @Sendable (Int) async throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for start in ids.prefix(limit) {
            group.addTask {
                for id in stride(from: start, to: ids.upperBound, by: limit) { try await operation(id) }
            }
        }
        try await group.waitForAll()
    }
}

extension Trio {
    /// The first id without an item. Runs add items from here on, and remove them.
    var firstFree: Int { Self.itemCount }

    /// Measures adding through the tenant, and then counts and removes the new items.
    func addingOurs(
        _ count: Int, commits: Int, _ measure: (Range<Int>) async throws -> Run<Bool>
    ) async throws -> Run<Int> {
        let run = try await durably(commits: commits) { try await measure(firstFree..<firstFree + count) }
        let written = try await items.count(from: firstFree, as: principal)
        try await items.remove(from: firstFree, as: principal)
        return Run(seconds: run.seconds, answer: written)
    }

    func addingRaw(
        _ count: Int, commits: Int, _ measure: (Range<Int>) async throws -> Run<Bool>
    ) async throws -> Run<Int> {
        let run = try await durably(commits: commits) { try await measure(firstFree..<firstFree + count) }
        let written = try raw.count(from: firstFree)
        try raw.remove(from: firstFree)
        return Run(seconds: run.seconds, answer: written)
    }

    func addingPeer(
        _ count: Int, commits: Int, _ measure: (Range<Int>) async throws -> Run<Bool>
    ) async throws -> Run<Int> {
        let run = try await durably(commits: commits) { try await measure(firstFree..<firstFree + count) }
        let written = try await peer.count(from: firstFree)
        try await peer.remove(from: firstFree)
        return Run(seconds: run.seconds, answer: written)
    }
}
