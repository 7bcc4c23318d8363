import AtriumSystem
import Testing

struct SharedExclusiveLockTests {
    /// Notes what happens, in its order.
    private final class Journal: Sendable {
        private let lines = Locked<[String]>([])

        func note(_ line: String) { lines.withLock { $0.append(line) } }

        var text: [String] { lines.withLock(\.self) }
    }

    @Test func `many use it at once`() async {
        let lock = SharedExclusiveLock()
        for _ in 0..<3 { await lock.enter() }
        for _ in 0..<3 { lock.leave() }
        await lock.exclusive {}
    }

    @Test func `a change waits for the users before it, and those after it wait for the change`() async {
        let (lock, journal) = (SharedExclusiveLock(), Journal())
        await lock.enter()
        // A task asks for its turn before its first suspension that waits, so each has its place in the queue when the next
        // one is asked.
        let change = Task { await lock.exclusive { journal.note("change") } }
        while lock.waitingCount < 1 { await Task.yield() }
        let user = Task {
            await lock.enter()
            journal.note("user")
            lock.leave()
        }
        while lock.waitingCount < 2 { await Task.yield() }
        #expect(journal.text.isEmpty)
        lock.leave()
        await change.value
        await user.value
        #expect(journal.text == ["change", "user"])
    }

    @Test func `nobody uses it during a change, and all get their turn`() async {
        let (lock, inside, worst) = (SharedExclusiveLock(), Locked(0), Locked(0))
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    if number.isMultiple(of: 10) {
                        await lock.exclusive {
                            let users = inside.withLock(\.self)
                            worst.withLock { $0 = max($0, users) }
                            await Task.yield()
                        }
                    } else {
                        await lock.enter()
                        inside.withLock { $0 += 1 }
                        await Task.yield()
                        inside.withLock { $0 -= 1 }
                        lock.leave()
                    }
                }
            }
        }
        #expect(worst.withLock(\.self) == 0)
        #expect(inside.withLock(\.self) == 0)
    }

    @Test func `a change that throws lets the others go on`() async {
        struct Failure: Error {}
        let lock = SharedExclusiveLock()
        await #expect(throws: Failure.self) { try await lock.exclusive { throw Failure() } }
        await lock.enter()
        lock.leave()
    }
}
