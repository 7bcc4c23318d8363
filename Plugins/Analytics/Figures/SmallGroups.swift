/// Hides what tells of fewer people than a limit, and what would give it away within the same table.
///
/// A number that comes from 1 to `limit` − 1 people is hidden; zero is shown, because it tells of nobody. What is hidden
/// stands in the total: where the total is shown, more rows are hidden, those with the fewest people first, until the hidden
/// ones are at least two and come from `limit` people together. Where there are not enough rows for that, the total is
/// hidden too. Other tables of nearly the same people may still differ by a single person: that is not covered.
struct SmallGroups {
    let limit: Int

    /// For each row of one part, whether to hide its number; `people` are those behind each, and behind the total if it is
    /// shown.
    func hidden(people: [Int], total: Int?) -> (rows: [Bool], total: Bool) {
        var rows = people.map(isSmall)
        guard total != nil, rows.contains(true) else { return (rows, total.map(isSmall) ?? false) }
        var isSafe: Bool {
            let hidden = rows.indices.filter { rows[$0] }
            return hidden.count >= 2 && hidden.reduce(0) { $0 + people[$1] } >= limit
        }
        while !isSafe {
            let shown = rows.indices.filter { !rows[$0] && people[$0] > 0 }
            guard let next = shown.min(by: { people[$0] < people[$1] }) else { return (rows, true) }
            rows[next] = true
        }
        return (rows, false)
    }

    private func isSmall(_ people: Int) -> Bool { people > 0 && people < limit }
}
