internal import Atrium

internal import struct Foundation.Date

/// Entries from sources that name no enrolments. They stand in the order of their dates, whatever the order in which they
/// come: record stores send the newest first.
///
/// Among entries of one date, enrolments come first, then work, then ends. Ends of one date are ordered by registration; in
/// one registration, completions come first, since they say more than a failure; the rest is ordered by id.
///
/// What a person or a table records is the last when it comes: it is judged by what was recorded before. So the record depends
/// on when such entries come, between the statements. With more than ``mostEnds`` ends it also depends on the order of the
/// statements, and an entry that was corrected keeps its place, whatever its new date.
extension Recorder {
    /// Up to how many ends of a member in a course a late entry is put in its place. A replay goes through the whole record,
    /// and there is one for each late end, so that the time grows with the square of their number.
    private static let mostEnds = 100

    /// How far apart the places of entries are that come in order: others find room in between.
    static let gap = 1 << 32

    /// Where a fact belongs that happened before others; `nil` if it is the last.
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

    /// Before the first entry with a later date, of those that have their places by it.
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

    /// By what entries of one date are ordered. Kinds by their turn: enrolments, work, ends.
    private static func order(_ kind: SQL, _ registration: SQL, _ id: SQL) -> SQL {
        let turn: SQL = """
            CASE \(kind) WHEN 'enrolled' THEN 'a' WHEN 'completed' THEN 'c' WHEN 'failed' THEN 'c' WHEN 'withdrawn' THEN 'c'
                ELSE 'b' END
            """
        return "(\(turn), coalesce(\(registration), ''), \(kind) <> 'completed', \(id))"
    }

    /// What late work changes: mostly nothing, or it enrols in place of later work. So a store that sends the newest first does
    /// not cause a replay for each line.
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
        let (before, behind) = (turns.prefix { $0.place < next }, turns.drop { $0.place < next })
        if let last = before.last(where: { $0.standing == .counted }) {
            let ended = before.filter { $0.entry.learning.kind.end != nil }.compactMap(\.registration)
            let isOther = registration.map { !ended.isEmpty && !ended.contains($0) } ?? false
            guard last.entry.learning.kind.end != nil, isOther else { return .nothing }
        }
        guard let later = behind.first, later.entry.enrols, later.entry.learning.kind.end == nil else {
            return .replay
        }
        // The state has the date of the last enrolment: it is clear whose date that is, or the replay finds out.
        let isLast = !behind.dropFirst().contains {
            $0.standing == .counted && ($0.entry.enrols || $0.entry.learning == .enrolled)
        }
        return isLast || attempts.enrolledAt != later.entry.effectiveAt ? .enrolsInsteadOf(later) : .replay
    }

    /// A place in the slot that no entry has.
    func makePlace(in slot: Plan.Slot, of participation: Int) throws -> Int {
        let next = slot.next
        if slot.isFirst { return next - Self.gap }
        let last = try work.one(
            "SELECT max(place) FROM courses_entry WHERE participation_id = \(participation) AND place < \(next)",
            as: Int.self)
        if next - last > 1 {
            // Near the next: a store that sends the newest first goes on in front of it.
            return next - max(1, (next - last) / 64)
        }
        try work.run(
            """
            UPDATE courses_entry SET place = place + \(Self.gap) WHERE participation_id = \(participation) AND place >= \(next)
            """)
        return next + Self.gap / 2
    }

    /// Whether some ends have registrations, and none has this one.
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
    /// As a column gives it back: what is judged when it comes and what is judged in a replay are the same.
    var stored: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
