import AtriumSystem
import Testing

struct KeyedLockTests {
    @Test func `bodies for one key run one after another, in order, and other keys do not wait`() async {
        let locks = KeyedLock<String>()
        let seen = Locked<[String]>([])
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let (entered, entering) = AsyncStream<Void>.makeStream()
        async let first: Void = locks.run("acme") {
            entering.yield()
            for await _ in gate { break }
            seen.withLock { $0.append("first") }
        }
        for await _ in entered { break }
        async let second: Void = locks.run("acme") { seen.withLock { $0.append("second") } }
        // This body comes while the other key is locked.
        await locks.run("beta") { seen.withLock { $0.append("beta") } }
        opener.yield()
        _ = await (first, second)
        #expect(seen.withLock { $0 } == ["beta", "first", "second"])
    }
}
