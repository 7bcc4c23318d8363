public import Atrium
internal import AtriumSystem

/// What an act would do.
public struct Preview: Sendable, Hashable {
    /// How many things would change. At 0 there is nothing to confirm.
    public let count: Int
    /// A sentence about all of it.
    public let summary: Words
    /// What would happen to each thing.
    public let lines: [ReportLine]
    /// What is not shown, but has to be the same at the confirmation: for example a digest of the rows that are meant.
    public let basis: String

    /// Makes a preview.
    public init(_ count: Int, _ summary: Words, lines: [ReportLine] = [], basis: String = "") {
        (self.count, self.summary, self.lines, self.basis) = (count, summary, lines, basis)
    }

    /// Names an act with its input, and everything that its preview shows. A person who confirms a stamp confirms both.
    func stamp<A: Act>(of act: A) -> String {
        var bytes: [UInt8] = []
        func add(_ text: String) {
            bytes += "\(text.utf8.count):".utf8
            bytes += text.utf8
        }
        for text in [A.path, A.form.write(act).query, "\(count)", summary.description, basis] { add(text) }
        for line in lines {
            for text in ["\(line.number)", line.text, line.tone.rawValue, line.words.description] { add(text) }
        }
        return SHA256.digest(of: bytes).prefix(16).hexadecimal
    }
}
