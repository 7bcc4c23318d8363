import AtriumSystem
import Testing

struct RoundRobinTests {
    @Test func `who becomes due while others have much to do is let in after one round`() {
        let turns = RoundRobin<String>()
        #expect(turns.isRoundOver)
        turns.startRound(with: ["busy"])
        #expect(turns.take() == "busy")
        turns.end("busy", hasMore: true)
        #expect(turns.isRoundOver)
        turns.startRound(with: ["busy", "quiet"])
        #expect([turns.take(), turns.take(), turns.take()] == ["busy", "quiet", nil])
    }

    @Test func `a round is over also when two workers took its last turn and the next`() {
        let turns = RoundRobin<String>()
        turns.startRound(with: ["busy"])
        for _ in 1...2 {
            #expect(turns.take() == "busy")
            turns.end("busy", hasMore: true)
        }
        #expect(turns.isRoundOver)
    }

    @Test func `nobody has two turns at once, and who had nothing to do gets none again at once`() {
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
