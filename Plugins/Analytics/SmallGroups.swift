/// Hides what tells of fewer people than a limit, and what would give it away within the same table.
///
/// A number that comes from 1 to `limit` − 1 people is hidden; zero is shown, because it tells of nobody. Where a total
/// is shown and exactly one row of its part is hidden, a second row is hidden too: the one with the fewest people. Other
/// tables of the same people may still differ by a single person: that is not covered.
struct SmallGroups {
    let limit: Int

    /// For each row of one part, whether to hide its number; `people` are those behind each, and behind the total if it is
    /// shown.
    func hidden(people: [Int], total: Int?) -> (rows: [Bool], total: Bool) {
        var rows = people.map(isSmall)
        guard let total else { return (rows, false) }
        guard !isSmall(total) else { return (rows, true) }
        guard rows.count(where: { $0 }) == 1 else { return (rows, false) }
        let others = rows.indices.filter { !rows[$0] }
        let populated = others.filter { people[$0] > 0 }
        guard let second = (populated.isEmpty ? others : populated).min(by: { people[$0] < people[$1] }) else {
            return (rows, true)
        }
        rows[second] = true
        return (rows, false)
    }

    private func isSmall(_ people: Int) -> Bool { people > 0 && people < limit }
}
