public import Atrium

/// The result of an import: how many lines have each verdict, and remarks about single lines.
public struct ImportReport: Sendable, Equatable {
    /// What happened to a line.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The line is in the record now. If a part of it was left out, a remark says which part.
        case accepted
        /// The line was there before: the same id, or the same end of the same enrolment.
        case repeated
        /// The line says nothing that the record keeps: a verb that no course has, or an entry that was voided before it
        /// arrived.
        case skipped
        /// The line waits in the holding list: nobody is known by its name, or its time has not come yet.
        case held
        /// The line breaks a rule. Nothing of it was kept.
        case refused
    }

    /// Why a line is not in the record, or only in part.
    public struct Remark: Sendable, Equatable {
        /// The number of the line on which it begins in the source, from 1.
        public let line: Int
        /// Its number among the rows or statements of the source, from 1. Many statements may be on one line.
        public let position: Int
        /// The id that the source gives it; `nil` if it has no id that can be read.
        public let id: String?
        /// What happened to the line.
        public let verdict: Verdict
        /// A sentence with the rule and the remedy. It repeats the name of an unknown course, event or verb, unless the name
        /// contains an @. It repeats no address. If the cells of a row are shifted, it may repeat a person's name.
        public let reason: Words
    }

    /// How many remarks a report keeps at most.
    public static let remarkLimit = 1000

    /// The order of remarks by verdict. If there are too many remarks, the last ones are dropped.
    private static let order: [Verdict] = [.refused, .held, .accepted, .skipped, .repeated]

    private var counts: [Verdict: Int] = [:]
    private var kept: [Verdict: [Remark]] = [:]
    /// A link to the rest, if a learning record store says that this answer is not everything. The link is relative to the
    /// store; fetch and import it next. The source chooses this link: check its host before you send a password there.
    public internal(set) var more: String?
    /// The columns of a table that were not read, by their names in the header.
    public internal(set) var ignoredColumns: [String] = []

    /// A report about no lines.
    public init() {}

    /// Remarks about up to 1,000 lines that were refused, held, recorded in part, or skipped: in this order, and for each
    /// verdict in the order of the lines.
    public var remarks: [Remark] {
        Array(Self.order.flatMap { kept[$0, default: []] }.prefix(Self.remarkLimit))
    }

    /// How many lines have a verdict.
    public subscript(verdict: Verdict) -> Int { counts[verdict, default: 0] }

    /// How many lines there were.
    public var total: Int { counts.values.reduce(0, +) }

    mutating func note(_ outcome: ImportOutcome, of line: ImportLine) {
        counts[outcome.verdict, default: 0] += 1
        guard let reason = outcome.reason, kept[outcome.verdict, default: []].count < Self.remarkLimit else { return }
        kept[outcome.verdict, default: []].append(
            Remark(line: line.number, position: total, id: line.id, verdict: outcome.verdict, reason: reason))
    }
}

/// What happened to one line, and why.
struct ImportOutcome: Sendable, Equatable {
    let verdict: ImportReport.Verdict
    let reason: Words?

    static let accepted = ImportOutcome(verdict: .accepted, reason: nil)
    static let repeated = ImportOutcome(verdict: .repeated, reason: nil)
    static func held(_ reason: HeldLine.Reason) -> ImportOutcome {
        ImportOutcome(verdict: .held, reason: reason.words)
    }

    static let voided = ImportOutcome(
        verdict: .skipped, reason: "the entry was voided before it arrived; there is nothing to do")

    static func skipped(_ reason: Words) -> ImportOutcome { ImportOutcome(verdict: .skipped, reason: reason) }
    static func refused(_ reason: Words) -> ImportOutcome { ImportOutcome(verdict: .refused, reason: reason) }
    static func refused(_ error: any Error) -> ImportOutcome {
        refused((error as? any ExplainedError)?.words ?? Words(verbatim: "\(error)"))
    }
    static func unknownCourse(_ name: String) -> ImportOutcome {
        refused("the course \(shown(name))is not in the catalogue; add it, or look up its id again")
    }

    /// A course, an event or a verb in quotes, followed by a space; empty unless it is a short line without an address.
    static func shown(_ name: String) -> String {
        let isShown = name.utf8.count <= 200 && TextRule.isLine(name, upTo: 200) && !TextRule.mayHoldAddress(name)
        return isShown ? "'\(name)' " : ""
    }
}
