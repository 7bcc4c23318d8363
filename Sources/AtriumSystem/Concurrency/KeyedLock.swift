/// Runs work on one key at a time, in the order in which it came. Work on other keys does not wait.
package final class KeyedLock<Key: Hashable & Sendable>: Sendable {
    private let entries = Locked<[Key: (lock: AsyncSemaphore, users: Int)]>([:])

    package init() {}

    package func run<Value>(_ key: Key, _ body: () async throws -> Value) async rethrows -> Value {
        let lock = entries.withLock { entries in
            let (lock, users) = entries[key] ?? (AsyncSemaphore(1), 0)
            entries[key] = (lock, users + 1)
            return lock
        }
        defer {
            entries.withLock { entries in
                guard let (lock, users) = entries[key] else { return }
                entries[key] = users == 1 ? nil : (lock, users - 1)
            }
        }
        return try await lock.run(body)
    }
}
