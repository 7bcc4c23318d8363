internal import Foundation

/// Reads the lines of an import from xAPI statements.
struct StatementLineReader: LineReader {
    private var reader = StatementReader()

    mutating func append(_ chunk: [UInt8]) { reader.append(chunk) }

    mutating func finish() { reader.finish() }

    mutating func next() -> ImportLine? {
        reader.next().map { ImportLine(number: $0.line, content: Self.content(of: $0)) }
    }

    private static func content(of piece: StatementReader.Piece) -> ImportLine.Content {
        do {
            return try content(of: Statement(json: piece.json.get()))
        } catch {
            return .settled(.refused(error))
        }
    }

    private static func content(of statement: Statement) throws -> ImportLine.Content {
        let learning: Learning
        switch statement.verb {
        case .voided(let target):
            return .statement(
                .void(id: statement.id.description, target: target.description, digest: statement.digest))
        case .other: return .settled(.skipped("no course knows this verb; nothing is to be done"))
        case .initialized: learning = .initialized
        case .progressed:
            let minutes = statement.minutes
            learning =
                statement.progress.map { .progressed(percent: $0, minutes: minutes) } ?? .activity(minutes: minutes)
        case .completed, .passed: learning = .completed
        case .failed: learning = .failed
        }
        guard let learner = statement.learner, let activity = statement.activity else { throw StatementFault.activity }
        return .statement(
            .report(
                try ImportedReport(
                    id: statement.id.description, learner: learner, course: activity, learning,
                    effectiveAt: statement.timestamp, day: nil, mayEnrol: true, digest: statement.digest)))
    }
}
