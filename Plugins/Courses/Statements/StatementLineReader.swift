internal import Atrium
internal import Foundation

/// Reads the lines of an import from xAPI statements.
struct StatementLineReader: LineReader {
    let completionRule: CompletionRule
    private var reader = StatementReader()

    init(_ completionRule: CompletionRule) { self.completionRule = completionRule }

    mutating func append(_ chunk: [UInt8]) { reader.append(chunk) }

    mutating func finish() { reader.finish() }

    mutating func next() -> ImportLine? {
        reader.next().map(line)
    }

    /// An empty link means that there is no more (Data, 2.5).
    var more: String? { reader.more.flatMap { $0.isEmpty ? nil : $0 } }

    let ignoredColumns: [String] = []

    private func line(_ piece: StatementReader.Piece) -> ImportLine {
        var id: Statement.ID?
        do {
            let json = try piece.json.get()
            guard let members = JSONValue(json: json)?.object else { throw StatementFault.notJSON }
            // A record store that refuses a request also answers with an object.
            guard ["id", "actor", "verb", "object"].contains(where: { members[$0] != nil }) else {
                throw StatementFault.noStatement
            }
            id = Statement.ID(of: members)
            let content = try content(of: Statement(members))
            return ImportLine(number: piece.line, id: id?.description, content: content)
        } catch {
            return ImportLine(number: piece.line, id: id?.description, content: .decided(.refused(error)))
        }
    }

    private func content(of statement: Statement) throws -> ImportLine.Content {
        let learning: Learning
        switch statement.verb {
        case .voided(let target):
            return .statement(
                .void(id: statement.id.description, target: target.description, digest: statement.digest))
        case .other(let verb):
            return .decided(
                .skipped("the verb \(ImportOutcome.shown(verb))does not belong to a course; there is nothing to do"))
        case .initialized: learning = .initialized
        case .progressed:
            let minutes = statement.minutes
            learning =
                statement.progress.map { .progressed(percent: $0, minutes: minutes) } ?? .activity(minutes: minutes)
        case .completed, .passed, .failed:
            learning = completionRule.learning(statement.verb, statement.success, statement.completion)
        }
        guard let learner = statement.learner, let activity = statement.activity else { throw StatementFault.activity }
        var report = try ImportedReport(
            id: statement.id.description, learner: learner, course: activity, learning,
            effectiveAt: statement.timestamp, day: nil, mayEnrol: true, digest: statement.digest,
            registration: statement.registration?.description)
        let omitted = statement.omitted.map(\.words)
        report.omitted = omitted.isEmpty ? nil : omitted.dropFirst().reduce(omitted[0]) { "\($0); \($1)" }
        return .statement(.report(report))
    }
}
