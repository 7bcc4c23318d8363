import AtriumTesting
import Testing

@testable import AtriumAnalytics

struct SmallGroupsPropertyTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the rows and the total of a table never reveal a count of too few people`(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let limit = 2 + chance.below(6)
            let people = (0..<(1 + chance.below(6))).map { _ in chance.below(3) == 0 ? 0 : chance.below(3 * limit) }
            let total = people.reduce(0, +)
            let hidden = SmallGroups(limit: limit).hidden(people: people, total: total)
            for (row, count) in people.enumerated() where (1..<limit).contains(count) { #expect(hidden.rows[row]) }
            #expect((1..<limit).contains(total) ? hidden.total : true)
            // The hidden rows, which are the total minus the shown rows, are at least two and cover enough people.
            let rest = people.indices.filter { hidden.rows[$0] }
            guard !hidden.total, !rest.isEmpty else { continue }
            #expect(rest.count >= 2 && rest.reduce(0) { $0 + people[$1] } >= limit)
        }
    }

    @Test func `nothing more is hidden than necessary`() {
        let groups = SmallGroups(limit: 5)
        #expect(groups.hidden(people: [4, 5, 0, 9], total: nil) == ([true, false, false, false], false))
        #expect(groups.hidden(people: [5, 0, 9], total: 14) == ([false, false, false], false))
        // The row with the fewest people is hidden first.
        #expect(groups.hidden(people: [4, 20, 9, 0], total: 33) == ([true, false, true, false], false))
    }
}
