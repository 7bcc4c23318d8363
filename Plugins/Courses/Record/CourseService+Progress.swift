public import Atrium

/// What a member has achieved, for modules that follow it in their own units. A consequence of the caller's act: it asks for no
/// permission.
extension CourseService {
    /// The courses of a member and the member's progress in them, the last recorded first.
    public func participations(of member: MemberID, in work: UnitOfWork) throws -> [Participation] {
        try store.within(work) { try Participation.list(of: member, in: $0) }
    }

    /// The minutes that count in a member's record on some days, in the organization's time zone.
    public func minutes(of member: MemberID, on days: ClosedRange<Day>, in work: UnitOfWork) throws -> Int {
        try store.within(work) { own in
            try own.one(
                "SELECT coalesce(sum(e.minutes), 0) \(Self.counted(of: member, on: days, in: own))", as: Int.self)
        }
    }

    /// Whether a completion of the course counts in a member's record on one of the days, in the organization's time zone.
    public func hasCompleted(
        _ course: CourseID, _ member: MemberID, on days: ClosedRange<Day>, in work: UnitOfWork
    ) throws -> Bool {
        try store.within(work) { own in
            try own.one(
                """
                SELECT EXISTS (SELECT 1 \(Self.counted(of: member, on: days, in: own))
                    AND p.course_id = \(course) AND e.kind = 'completed')
                """, as: Bool.self)
        }
    }

    /// No entry has a date outside these days. Days far outside them would be outside the calendar.
    private static let recordable = Day(year: 1899, month: 12)...Day(year: 10_000, month: 1)

    /// The part of a query that selects a member's counted entries on some days. A day that the source gave is the same day in
    /// every time zone.
    private static func counted(of member: MemberID, on days: ClosedRange<Day>, in own: UnitOfWork) throws -> SQL {
        let zone = try own.organization().timeZone
        let days = days.clamped(to: Self.recordable)
        let (start, end) = (days.lowerBound.start(in: zone), days.upperBound.advanced(by: 1).start(in: zone))
        return """
            FROM courses_participation p JOIN courses_entry e ON e.participation_id = p.id AND e.standing = 'counted'
            WHERE p.member_id = \(member) AND iif(e.day IS NULL, e.effective_at >= \(start) AND e.effective_at < \(end),
                e.day BETWEEN \(days.lowerBound) AND \(days.upperBound))
            """
    }
}
