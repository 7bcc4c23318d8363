/// How a platform started, as a tree with times in milliseconds: the opening, and each part with its steps.
package final class StartTree<Part: Hashable & Comparable & Sendable & CustomStringConvertible>: Sendable {
    private let opening = Locked(Duration.zero)
    private let parts = Locked<[Part: [String]]>([:])

    package init() {}

    /// Keeps how long the opening took.
    package func noteOpening(_ time: Duration) { opening.withLock { $0 = time } }

    /// Keeps the steps of a part, one line each.
    package func note(_ part: Part, _ steps: [String]) { parts.withLock { $0[part] = steps } }

    /// The tree: the opening after `title`, and each part after `kind`.
    package func text(_ title: String, kind: String) -> String {
        let trees = parts.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { part, steps in
            ["├─ \(kind) \(part)"] + steps.map { "   \($0)" }
        }
        return (["\(title) \(opening.withLock(\.inMilliseconds))"] + trees).joined(separator: "\n")
    }
}
