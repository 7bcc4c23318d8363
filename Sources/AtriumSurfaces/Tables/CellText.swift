internal import Atrium
internal import Foundation

/// Cells as plain text, as one caller may read them.
public struct CellText: Sendable {
    private let teams: [TeamID: String]
    private let timeZone: TimeZone

    /// Reads the names of the teams that the caller may see.
    public init(for session: SurfaceSession) async throws {
        timeZone = session.caller.timeZone
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
        case .number(let number): String(number)
        case .moment(let moment): text(moment)
        case .day(let day): day.description
        case .rate(let part, let total): total == 0 ? "–" : "\(part * 100 / total)% of \(total)"
        case .hidden(let mark, _): mark
        case .state(let words, _), .words(let words): words.description
        case .flag(let isTrue): isTrue ? "yes" : "no"
        case .member(_, let name): name
        case .team(let id): teams[id] ?? "a team that you do not see"
        case .role(let id): id.rawValue
        case .list(let cells): cells.map(text).joined(separator: ", ")
        }
    }

    /// The texts of a cell for a file. A rate has two: the fraction with six decimals, and the number of cases. Other cells have
    /// one, which is empty if nothing is known. Moments are in UTC, in the form of ISO 8601.
    public func fields(_ cell: Cell, of kind: CellKind) -> [String] {
        let fields: [String] =
            switch cell {
            case .none: [""]
            case .moment(let moment): [moment.formatted(.iso8601)]
            case .rate(let part, let total): [Self.fraction(part, of: total), String(total)]
            case .flag(let isTrue): [String(isTrue)]
            case .team(let id): [teams[id] ?? id.description]
            case .list(let cells): [cells.flatMap { self.fields($0, of: kind) }.joined(separator: ";")]
            default: [text(cell)]
            }
        return kind == .rate && fields.count == 1 ? fields + fields : fields
    }

    private func text(_ moment: Date) -> String {
        let day = Day(moment, in: timeZone)
        // A calendar of Foundation takes as long for a moment as a row takes for everything else.
        let shown = moment.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: moment))
        let seconds = shown - Double(day.number) * 86_400
        // A moment that is not a number has no time.
        let minute = seconds >= 0 ? Int(min(seconds, 86_399)) / 60 : 0
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(minute / 60)):\(two(minute % 60))"
    }

    private static func fraction(_ part: Int, of total: Int) -> String {
        guard total > 0 else { return "" }
        let millionths = String(part * 1_000_000 / total)
        let padded = String(repeating: "0", count: max(0, 7 - millionths.count)) + millionths
        return "\(padded.dropLast(6)).\(padded.suffix(6))"
    }
}
