import Atrium
import Foundation

/// Shows how far a long step is: a bar on a terminal, a line for each quarter elsewhere.
final class Progress: Sendable {
    private static let isTerminal = isatty(STDOUT_FILENO) == 1

    private let title: String
    private let total: Int
    private let state = Locked((done: 0, shown: -1))

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(total, 1)
    }

    func advance(by count: Int) {
        state.withLock { state in
            state.done += count
            let percent = min(100, 100 * state.done / total)
            let step = Self.isTerminal ? percent : percent / 25
            guard step != state.shown else { return }
            state.shown = step
            show(percent, state.done)
        }
    }

    func finish() { if Self.isTerminal { write("\n") } }

    private func show(_ percent: Int, _ done: Int) {
        guard Self.isTerminal else { return write("\(title): \(done) of \(total)\n") }
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        write("\r\(title.padding(toLength: 10, withPad: " ", startingAt: 0)) \(bar) \(percent)% (\(done))")
    }

    private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
