internal import AtriumStorage

/// Runs what concerns one key one after another, in the order in which it came; other keys do not wait.
package final class Lanes<Key: Hashable & Sendable>: Sendable {
    private let lanes = Locked<[Key: (lane: AsyncSemaphore, users: Int)]>([:])

    package init() {}

    package func run<Value>(_ key: Key, _ body: () async throws -> Value) async rethrows -> Value {
        let lane = lanes.withLock { lanes in
            let (lane, users) = lanes[key] ?? (AsyncSemaphore(1), 0)
            lanes[key] = (lane, users + 1)
            return lane
        }
        defer {
            lanes.withLock { lanes in
                guard let (lane, users) = lanes[key] else { return }
                lanes[key] = users == 1 ? nil : (lane, users - 1)
            }
        }
        return try await lane.run(body)
    }
}
