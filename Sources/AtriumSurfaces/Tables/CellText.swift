public import Atrium
internal import Foundation

/// Cells as text, as one caller may read them: in the caller's language for people, and in one form for files.
public struct CellText: Sendable {
    private let teams: [TeamID: String]
    private let timeZone: TimeZone
    /// The language in which the caller reads.
    public let language: Language

    /// Reads the names of the teams that the caller may see.
    public init(for session: SurfaceSession) async throws {
        (timeZone, language) = (session.caller.timeZone, session.caller.language)
        do {
            let seen = try await session.tenant.teams.list(archived: true, as: session.caller.principal)
            teams = Dictionary(seen.map { ($0.id, $0.name) }) { first, _ in first }
        } catch is AccessError { teams = [:] }
    }

    /// The text of a cell for people.
    public func text(_ cell: Cell) -> String {
        switch cell {
        case .none: "–"
        case .text(let text): text
        case .number(let number): language.text(number)
        case .moment(let moment): language.text(moment, in: timeZone)
        case .day(let day): language.text(day)
        case .rate(let part, let total) where total > 0:
            language.text("\(percentage: Double(part * 100 / total) / 100) of \(total)")
        case .rate: "–"
        case .hidden(let mark, _): mark
        case .state(let words, _), .words(let words): language.text(words)
        case .flag(let isTrue): language.text(isTrue ? "yes" : "no")
        case .member(_, let name): name
        case .team(let id): teams[id] ?? language.text("a team that you do not see")
        case .role(let id): language.text(id.words)
        case .list(let cells): cells.map(text).joined(separator: language.text(", "))
        }
    }

    /// The texts of a cell for a file. A rate has two: the fraction with six decimals, and the number of cases. Other cells have
    /// one, which is empty if nothing is known. Moments are in UTC, in the form of ISO 8601. Words are those of the source, so
    /// that programs read the same in every language.
    public func fields(_ cell: Cell, of kind: CellKind) -> [String] {
        let fields: [String] =
            switch cell {
            case .none: [""]
            case .text(let text): [text]
            case .number(let number): [String(number)]
            case .moment(let moment): [moment.formatted(.iso8601)]
            case .day(let day): [day.description]
            case .rate(let part, let total): [Self.fraction(part, of: total), String(total)]
            case .hidden(let mark, _): [mark]
            case .state(let words, _), .words(let words): [words.description]
            case .flag(let isTrue): [String(isTrue)]
            case .member(_, let name): [name]
            case .team(let id): [teams[id] ?? id.description]
            case .role(let id): [id.rawValue]
            case .list(let cells): [cells.flatMap { self.fields($0, of: kind) }.joined(separator: ";")]
            }
        return kind == .rate && fields.count == 1 ? fields + fields : fields
    }

    private static func fraction(_ part: Int, of total: Int) -> String {
        guard total > 0 else { return "" }
        let millionths = String(part * 1_000_000 / total)
        let padded = String(repeating: "0", count: max(0, 7 - millionths.count)) + millionths
        return "\(padded.dropLast(6)).\(padded.suffix(6))"
    }
}
