import Synchronization

/// A line that shows how much of an act is done. It is drawn over itself, and taken away at the end.
final class ProgressBar: Sendable {
    private let title: String
    private let stream: Console.Stream
    private let shown = Mutex("")

    init(_ title: String, on stream: Console.Stream) { (self.title, self.stream) = (title, stream) }

    /// Draws it, if it looks different from before.
    func show(_ done: Int, of total: Int?) {
        let text: String
        if let total, total > 0 {
            let filled = min(20, max(0, done) * 20 / total)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
            text = "\(title)  \(bar)  \(done * 100 / total)% of \(total)"
        } else {
            // Each report would be a line; hundreds are enough to see that it goes on.
            text = "\(title)  \(done - done % 100)"
        }
        // Reports come from one act, but may come from several threads: a line is drawn as a whole.
        shown.withLock { shown in
            guard shown != text else { return }
            shown = text
            write("\r\u{1B}[K\(text.prefix((stream.width ?? 80) - 1))")
        }
    }

    /// Takes the line away.
    func clear() { shown.withLock { if !$0.isEmpty { write("\r\u{1B}[K") } } }

    private func write(_ text: String) { try? stream.write(Array(text.utf8)) }
}
