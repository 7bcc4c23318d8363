/// How much is measured: enough to tell, or just enough to see that the harness works.
struct Scale: Sendable {
    let isQuick: Bool

    /// How often the sides of a row take turns, unless the row says otherwise.
    var rounds: Int { isQuick ? 3 : 15 }

    func callAsFunction(_ whole: Int, quick: Int) -> Int { isQuick ? quick : whole }
}
