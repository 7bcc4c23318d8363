internal import Atrium

/// What became of the lines of an import.
public struct ImportReport: Sendable, Equatable {
    public enum Verdict: String, Sendable, CaseIterable {
        /// It is in the record now; a remark says what of it was left out, if anything.
        case accepted
        /// It was there before: the same id, or the same end of the same enrolment.
        case repeated
        /// It says nothing that the record keeps: a verb that no course has, or an entry that was voided before it came.
        case skipped
        /// It waits in the holding list: nobody is known by that name, or its time is still to come.
        case held
        /// It breaks a rule: nothing of it was kept.
        case refused
    }

    /// Why a line is not in the record, or not as a whole.
    public struct Remark: Sendable, Equatable {
        /// The line on which it begins in the source, from 1.
        public let line: Int
        /// Which line or statement of the source it is, from 1: many statements may stand on one line.
        public let position: Int
        /// The id that the source gives it; `nil` where it has none that can be read.
        public let id: String?
        public let verdict: Verdict
        /// A sentence with the rule and the remedy. It repeats the name of an unknown course, event or verb, unless that holds an
        /// @. It repeats no address; if the cells of a row are shifted, it may repeat a person's name.
        public let reason: String
    }

    /// How many remarks a report keeps.
    public static let remarkLimit = 1000

    /// Which remarks come first, and push out the others.
    private static let order: [Verdict] = [.refused, .held, .accepted, .skipped, .repeated]

    private var counts: [Verdict: Int] = [:]
    private var kept: [Verdict: [Remark]] = [:]
    /// Where a learning record store says that there is more than this answer of it: a link, relative to the store, to be
    /// fetched and imported next. It is the source's word: look at its host before you send a password there.
    public internal(set) var more: String?
    /// The columns of a table that were not read, as its header names them.
    public internal(set) var ignoredColumns: [String] = []

    public init() {}

    /// Up to 1,000 lines that were refused, held, recorded in part, or skipped: in this order, each kind by its lines.
    public var remarks: [Remark] {
        Array(Self.order.flatMap { kept[$0, default: []] }.prefix(Self.remarkLimit))
    }

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

/// What became of one line.
struct ImportOutcome: Sendable, Equatable {
    let verdict: ImportReport.Verdict
    let reason: String?

    static let accepted = ImportOutcome(verdict: .accepted, reason: nil)
    static let repeated = ImportOutcome(verdict: .repeated, reason: nil)
    static func held(_ reason: HeldLine.Reason) -> ImportOutcome {
        ImportOutcome(verdict: .held, reason: reason.description)
    }

    static let voided = ImportOutcome(
        verdict: .skipped, reason: "the entry was voided before it came; nothing is to be done")

    static func skipped(_ reason: String) -> ImportOutcome { ImportOutcome(verdict: .skipped, reason: reason) }
    static func refused(_ reason: String) -> ImportOutcome { ImportOutcome(verdict: .refused, reason: reason) }
    static func refused(_ error: any Error) -> ImportOutcome { refused("\(error)") }
    static func unknownCourse(_ name: String) -> ImportOutcome {
        refused("the course \(shown(name))is not in the catalogue; add it, or look its id up again")
    }

    /// A course, an event or a verb in quotes and with a space behind, if it is a short line and holds no address.
    static func shown(_ name: String) -> String {
        let isShown = name.utf8.count <= 200 && TextRule.isLine(name, upTo: 200) && !TextRule.mayHoldAddress(name)
        return isShown ? "'\(name)' " : ""
    }
}
