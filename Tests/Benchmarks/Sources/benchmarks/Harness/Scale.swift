/// The amount of work: enough for reliable times, or just enough to see that the harness works.
struct Scale: Sendable {
    let isQuick: Bool

    /// The number of rounds of a row, unless the row gives another.
    var rounds: Int { isQuick ? 3 : 15 }

    func callAsFunction(_ whole: Int, quick: Int) -> Int { isQuick ? quick : whole }
}
