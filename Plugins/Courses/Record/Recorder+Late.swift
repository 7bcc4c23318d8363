internal import Atrium

internal import struct Foundation.Date

/// Entries from sources that name no enrolments. They are ordered by their dates, no matter in which order they arrive: record
/// stores send the newest first.
///
/// Among entries with the same date, enrolments come first, then work, then ends. Ends with the same date are ordered by
/// registration. Within one registration, completions come first, because they say more than a failure. The rest is ordered by
/// id.
///
/// An entry that a person or a table records is placed last when it arrives: it is judged by what was recorded before. So the
/// record depends on when such entries arrive between the statements. With more than ``mostEnds`` ends, the record also depends
/// on the order of the statements. A corrected entry keeps its place, whatever its new date.
extension Recorder {
    /// A late entry is put in its place while the member has at most this many ends in the course. Each late end causes a
    /// replay of the whole record, so the time grows with the square of the number of ends.
    private static let mostEnds = 100

    /// The distance between the places of entries that arrive in order. Other entries fit in between.
    static let gap = 1 << 32

    /// Where to put a fact that happened before others; `nil` if it comes last.
    func lateStep(
        _ fact: AttemptState.Fact, _ report: LearningReport, _ attempts: AttemptState, in participation: Int
    ) throws -> Plan.Step? {
        guard let latest = attempts.latestAt, fact.effectiveAt <= latest,
            let slot = try slot(for: fact, report, in: participation)
        else { return nil }
        if fact.kind.end != nil { return .insert(slot, .replay) }
        return .insert(
            slot, try effect(of: fact, report.registration, before: slot.next, attempts, in: participation))
    }

    /// The place before the first entry with a later date, among the entries that are placed by date.
    private func slot(for fact: AttemptState.Fact, _ report: LearningReport, in participation: Int) throws -> Plan.Slot?
    {
        let own = Self.order("\(fact.kind)", "\(report.registration)", "\(report.id)")
        let (date, others) = (fact.effectiveAt, Self.order("kind", "registration", "external_id"))
        let (next, first) = try work.one(
            """
            SELECT iif(count(*) FILTER (WHERE kind IN ('completed', 'failed', 'withdrawn') AND standing <> 'voided')
                    > \(Self.mostEnds), NULL,
                min(place) FILTER (WHERE (effective_at > \(date) OR effective_at = \(date) AND \(others) > \(own))
                    AND (may_enrol OR kind = 'enrolled') AND standing <> 'voided')), min(place)
            FROM courses_entry WHERE participation_id = \(participation)
            """, as: Int?.self, Int?.self)
        return next.map { Plan.Slot(next: $0, isFirst: $0 == first) }
    }

    /// The sort key of entries with the same date. Kinds come in this order: enrolments, work, ends.
    private static func order(_ kind: SQL, _ registration: SQL, _ id: SQL) -> SQL {
        let turn: SQL = """
            CASE \(kind) WHEN 'enrolled' THEN 'a' WHEN 'completed' THEN 'c' WHEN 'failed' THEN 'c' WHEN 'withdrawn' THEN 'c'
                ELSE 'b' END
            """
        return "(\(turn), coalesce(\(registration), ''), \(kind) <> 'completed', \(id))"
    }

    /// What late work changes. Mostly it changes nothing, or it enrols the member instead of later work. So a store that sends
    /// the newest first does not cause a replay for each line.
    private func effect(
        of fact: AttemptState.Fact, _ registration: String?, before next: Int, _ attempts: AttemptState,
        in participation: Int
    ) throws -> Plan.Effect {
        let turns = try work.rows(
            """
            SELECT \(Known.columns) \(Self.source)
            WHERE e.participation_id = \(participation) AND e.standing <> 'voided'
                AND (e.enrols OR e.kind IN ('enrolled', 'completed', 'failed', 'withdrawn'))
            ORDER BY e.place, e.number
            """, make: Known.init)
        let (before, after) = (turns.prefix { $0.place < next }, turns.drop { $0.place < next })
        if let last = before.last(where: { $0.standing == .counted }) {
            let ended = before.filter { $0.entry.learning.kind.end != nil }.compactMap(\.registration)
            let isOther = registration.map { !ended.isEmpty && !ended.contains($0) } ?? false
            guard last.entry.learning.kind.end != nil, isOther else { return .nothing }
        }
        guard let later = after.first, later.entry.enrols, later.entry.learning.kind.end == nil else {
            return .replay
        }
        // The state has the date of the last enrolment. If it is not clear which entry has this date, the replay finds out.
        let isLast = !after.dropFirst().contains {
            $0.standing == .counted && ($0.entry.enrols || $0.entry.learning == .enrolled)
        }
        return isLast || attempts.enrolledAt != later.entry.effectiveAt ? .enrolsInsteadOf(later) : .replay
    }

    /// A place in the slot that no other entry has.
    func makePlace(in slot: Plan.Slot, of participation: Int) throws -> Int {
        let next = slot.next
        if slot.isFirst { return next - Self.gap }
        let last = try work.one(
            "SELECT max(place) FROM courses_entry WHERE participation_id = \(participation) AND place < \(next)",
            as: Int.self)
        if next - last > 1 {
            // Close to the next entry: a store that sends the newest first continues before this place.
            return next - max(1, (next - last) / 64)
        }
        try work.run(
            """
            UPDATE courses_entry SET place = place + \(Self.gap) WHERE participation_id = \(participation) AND place >= \(next)
            """)
        return next + Self.gap / 2
    }

    /// Whether some ends have registrations, and none of them has this registration.
    func hasOther(_ registration: String?, than participation: Int) throws -> Bool {
        guard let registration else { return false }
        return try work.one(
            """
            SELECT coalesce(max(registration) IS NOT NULL AND NOT max(registration = \(registration)), 0) FROM courses_entry
            WHERE participation_id = \(participation) AND standing <> 'voided'
                AND kind IN ('completed', 'failed', 'withdrawn')
            """, as: Bool.self)
    }
}

extension Date {
    /// The date as a column returns it. So an entry is judged by the same date when it arrives and in a replay.
    var stored: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
