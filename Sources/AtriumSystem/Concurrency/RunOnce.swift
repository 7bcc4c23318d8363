/// Work that runs once, such as closing something. Every caller waits for its end. Cancelling a caller does not stop it.
package final class RunOnce: Sendable {
    private let task = Locked<Task<Void, Never>?>(nil)

    package init() {}

    /// Runs the body, unless it runs or has run already, and waits for its end.
    package func run(_ body: @escaping @Sendable () async -> Void) async {
        let task = task.withLock { task in
            let known = task ?? Task { await body() }
            task = known
            return known
        }
        await task.value
    }
}
