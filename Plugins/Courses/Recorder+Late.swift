internal import Atrium

internal import struct Foundation.Date

/// Entries that come late, from sources that name no enrolments: record stores send the newest first.
extension Recorder {
    /// Up to how many ends of a member in a course a late one is put in its place. Each is a replay of the record, so that the
    /// time grows with the square of their number.
    private static let mostEnds = 100

    /// Where a late fact belongs; `nil` if it is not late, or if its place makes no difference.
    func stepBefore(
        _ fact: AttemptState.Fact, _ registration: String?, _ attempts: AttemptState, in participation: Int
    ) throws -> Plan.Step? {
        if fact.kind.end != nil {
            return attempts.isLate(fact) ? try insertion(at: fact.effectiveAt, in: participation) : nil
        }
        guard let enrolledAt = attempts.enrolledAt, fact.effectiveAt < enrolledAt else { return nil }
        let first = try work.first(
            """
            SELECT \(Known.columns) \(Self.source)
            WHERE e.participation_id = \(participation) AND e.standing = 'counted' AND (e.enrols OR e.kind = 'enrolled')
            ORDER BY e.place, e.number LIMIT 1
            """, make: Known.init)
        if let first, first.entry.enrols, fact.effectiveAt < first.entry.effectiveAt { return .prepend(first) }
        guard let registration else { return nil }
        let beginsLater = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM courses_entry
                WHERE participation_id = \(participation) AND standing = 'counted' AND enrols
                    AND registration = \(registration) AND effective_at > \(fact.effectiveAt))
            """, as: Bool.self)
        return beginsLater ? try insertion(at: fact.effectiveAt, in: participation) : nil
    }

    /// In front of the first entry of such a source, or enrolment, with a later date.
    private func insertion(at date: Date, in participation: Int) throws -> Plan.Step? {
        try work.one(
            """
            SELECT iif(count(*) FILTER (WHERE kind IN ('completed', 'failed', 'withdrawn')) > \(Self.mostEnds), NULL,
                min(place) FILTER (WHERE (may_enrol OR kind = 'enrolled') AND effective_at > \(date)))
            FROM courses_entry WHERE participation_id = \(participation) AND standing <> 'voided'
            """, as: Int?.self
        ).map { .insert(place: $0) }
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
