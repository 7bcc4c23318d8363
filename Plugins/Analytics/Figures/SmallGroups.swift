/// Cell suppression: hides numbers that come from fewer people than a limit, and numbers that would reveal them within the same
/// table.
///
/// A number that comes from 1 to `limit` − 1 people is hidden. Zero is shown, because it comes from nobody. The total contains
/// the hidden numbers. If the total is shown, more rows are hidden, the ones with the fewest people first, until at least two
/// rows are hidden and they come from at least `limit` people together. If there are not enough rows for that, the total is
/// hidden too. Other tables of nearly the same people may still differ by a single person; that is not covered.
struct SmallGroups {
    let limit: Int

    /// Whether to hide the number of each row of one part, and of the total. `people` has the number of people that each row
    /// comes from. `total` has that of the total; it is `nil` if the total is not shown.
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
