/// What became of the lines of an import.
public struct ImportReport: Sendable, Equatable {
    public enum Verdict: String, Sendable, CaseIterable {
        /// It is in the record now.
        case accepted
        /// It was there before: the same id, or the same end of the same enrolment.
        case repeated
        /// It says nothing that the record keeps: a verb that no course has, or an entry that was voided before it came.
        case skipped
        /// Nobody is known by that name: it waits in the holding list.
        case held
        /// It breaks a rule: nothing of it was kept.
        case refused
    }

    /// Why a line is not in the record.
    public struct Remark: Sendable, Equatable {
        /// The line on which it begins in the source, from 1.
        public let line: Int
        public let verdict: Verdict
        /// A sentence with the rule and the remedy, without personal data.
        public let reason: String
    }

    /// How many remarks a report keeps: the first ones.
    public static let remarkLimit = 1000

    private var counts: [Verdict: Int] = [:]
    /// The first 1,000 lines that were skipped, held or refused.
    public private(set) var remarks: [Remark] = []

    public init() {}

    public subscript(verdict: Verdict) -> Int { counts[verdict, default: 0] }

    /// How many lines there were.
    public var total: Int { counts.values.reduce(0, +) }

    mutating func note(_ outcome: ImportOutcome, of line: Int) {
        counts[outcome.verdict, default: 0] += 1
        guard let reason = outcome.reason, remarks.count < Self.remarkLimit else { return }
        remarks.append(Remark(line: line, verdict: outcome.verdict, reason: reason))
    }
}

/// What became of one line.
struct ImportOutcome: Sendable, Equatable {
    let verdict: ImportReport.Verdict
    let reason: String?

    static let accepted = ImportOutcome(verdict: .accepted, reason: nil)
    static let repeated = ImportOutcome(verdict: .repeated, reason: nil)
    static let held = ImportOutcome(
        verdict: .held, reason: "nobody here is known by this name; say in the holding list who it is, or discard it")
    static let voided = ImportOutcome(
        verdict: .skipped, reason: "the entry was voided before it came; nothing is to be done")

    static func skipped(_ reason: String) -> ImportOutcome { ImportOutcome(verdict: .skipped, reason: reason) }
    static func refused(_ reason: String) -> ImportOutcome { ImportOutcome(verdict: .refused, reason: reason) }
    static func refused(_ error: any Error) -> ImportOutcome { refused("\(error)") }
}
