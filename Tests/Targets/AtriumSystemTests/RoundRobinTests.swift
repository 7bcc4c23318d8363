import AtriumSystem
import Testing

struct RoundRobinTests {
    @Test func `a key that becomes due while others have much work gets its turn after one round`() {
        let turns = RoundRobin<String>()
        #expect(turns.isRoundOver)
        turns.startRound(with: ["busy"])
        #expect(turns.take() == "busy")
        turns.end("busy", hasMore: true)
        #expect(turns.isRoundOver)
        turns.startRound(with: ["busy", "quiet"])
        #expect([turns.take(), turns.take(), turns.take()] == ["busy", "quiet", nil])
    }

    @Test func `a round is over even if two workers took its last turn and the next one`() {
        let turns = RoundRobin<String>()
        turns.startRound(with: ["busy"])
        for _ in 1...2 {
            #expect(turns.take() == "busy")
            turns.end("busy", hasMore: true)
        }
        #expect(turns.isRoundOver)
    }

    @Test func `no key has two turns at the same time, and a key that had no work gets no turn again at once`() {
        let turns = RoundRobin<String>()
        turns.startRound(with: ["one", "other"])
        #expect(turns.take() == "one")
        turns.startRound(with: ["one", "other"])
        #expect([turns.take(), turns.take()] == ["other", nil])
        turns.end("one", hasMore: false)
        turns.startRound(with: ["one", "other"])
        #expect(turns.take() == nil)
    }
}
