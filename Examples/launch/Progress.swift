import Foundation

/// How far a long step is: a bar on a terminal, a line for each quarter elsewhere.
final class Progress {
    private static let isTerminal = isatty(STDOUT_FILENO) == 1

    private let title: String
    private let total: Int
    private var done = 0
    private var shown = -1

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(total, 1)
    }

    func advance(by count: Int) {
        done += count
        let percent = min(100, 100 * done / total)
        let step = Self.isTerminal ? percent : percent / 25
        guard step != shown else { return }
        shown = step
        if Self.isTerminal {
            let filled = percent * 30 / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            write("\r\(title.padding(toLength: 10, withPad: " ", startingAt: 0)) \(bar) \(percent)% (\(done))")
        } else {
            write("\(title): \(done) of \(total)\n")
        }
    }

    func finish() { if Self.isTerminal { write("\n") } }

    private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
