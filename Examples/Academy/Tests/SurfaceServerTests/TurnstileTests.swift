import Synchronization
import Testing

@testable import SurfaceServer

struct TurnstileTests {
    /// What goes through a turnstile, in its order.
    private final class Log: Sendable {
        private let state = Mutex<(entered: [Int], inside: Int, most: Int)>(([], 0, 0))

        func enter(_ number: Int) {
            state.withLock { state in
                state.entered.append(number)
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
        }

        func leave() { state.withLock { $0.inside -= 1 } }
        var entered: [Int] { state.withLock { $0.entered } }
        var most: Int { state.withLock { $0.most } }
    }

    @Test func `all go through in their order, and never more at a time than the limit`() async {
        let (turnstile, log) = (Turnstile(limit: 1), Log())
        let (opened, open) = AsyncStream<Void>.makeStream()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await turnstile.pass {
                    log.enter(0)
                    for await _ in opened { break }
                    log.leave()
                }
            }
            while log.entered.isEmpty { await Task.yield() }
            for number in 1...2_500 {
                group.addTask {
                    await turnstile.pass {
                        log.enter(number)
                        await Task.yield()
                        log.leave()
                    }
                }
                while turnstile.waitingCount < number { await Task.yield() }
            }
            open.yield()
        }
        #expect(log.entered == Array(0...2_500))
        #expect(log.most == 1)
        #expect(turnstile.waitingCount == 0)
    }

    @Test func `who fails leaves the way free for the next`() async throws {
        struct Failure: Error {}
        let turnstile = Turnstile(limit: 1)
        for _ in 0..<3 { await #expect(throws: Failure.self) { try await turnstile.pass { throw Failure() } } }
        #expect(await turnstile.pass { true })
    }
}
