public import Atrium

public import struct Foundation.Date

/// The learning record. It is append-only and has two clocks: the date on which an entry happened, which may be anywhere in the
/// past, and the time at which it was recorded. What was recorded before decides whether an entry is valid.
extension CourseService {
    /// Records what happened between a member and a course. Enrolling and withdrawing need `Permission.enrol`. Everything else
    /// needs `Permission.recordLearning`.
    ///
    /// `date` is when it happened; by default, it is now. `id` is the id in the source, up to 200 bytes; by default, a new one
    /// is made. Giving either of them also needs the permission to record. The same entry with the same id is recorded once;
    /// another entry with this id throws ``LearningError/conflict``. Otherwise it throws ``LearningError``, ``CourseError`` or
    /// `MemberError`.
    @discardableResult
    public func record(
        _ learning: Learning, of member: MemberID, in course: CourseID, at date: Date? = nil, id: String? = nil,
        as principal: Principal
    ) async throws -> RecordingOutcome {
        let isEnrolment = learning.kind == .enrolled || learning.kind == .withdrawn
        return try await change(member, isEnrolment ? .enrol : .recordLearning, as: principal) { recorder, work in
            // With an id, the answer shows whether any member's entry has this id. A date changes figures of the past.
            if id != nil || date != nil { try work.require(.recordLearning, in: .member(member)) }
            let report = try LearningReport(
                id: try id ?? ID<LearningEntry>.new(in: work).description, course: course, learning, effectiveAt: date)
            if try recorder.entry(report.id) == nil {
                let isRetired = try work.requireCourse(course).retiredAt != nil
                if learning.kind == .enrolled {
                    if isRetired { throw CourseError.retired }
                    guard try work.member(member)?.state == .active else { throw MemberError.notActive }
                }
            }
            return try recorder.record(report, of: member)
        }
    }

    /// Voids an entry: it no longer counts, but its line stays in the record. What followed from it is decided again. If a
    /// completion is voided, the enrolment is open again. If an enrolment is voided, its end no longer counts either.
    public func void(_ id: String, of member: MemberID, as principal: Principal) async throws {
        try await change(member, .recordLearning, as: principal) { recorder, _ in
            try recorder.void(id, of: member)
        }
    }

    /// Voids an entry and puts another into its place, in one commit. This is the explicit way to change an end. The new entry
    /// has the date of the old one, unless `date` is given. Throws ``LearningError/withoutEffect`` if the new entry would not
    /// count in that place.
    public func correct(
        _ id: String, to learning: Learning, of member: MemberID, at date: Date? = nil, as principal: Principal
    ) async throws {
        try await change(member, .recordLearning, as: principal) { recorder, work in
            let name = try ID<LearningEntry>.new(in: work).description
            let replacement = { (known: Recorder.Known) in
                try LearningReport(
                    id: name, course: known.entry.course, learning, effectiveAt: date ?? known.entry.effectiveAt,
                    day: date == nil ? known.entry.day : nil, mayEnrol: known.mayEnrol,
                    registration: known.registration)
            }
            try recorder.correct(id, by: replacement, of: member)
        }
    }

    /// The courses of a member and the member's progress in them, the last recorded first.
    public func participations(of member: MemberID, as principal: Principal) async throws -> [Participation] {
        try await store.read(as: principal, .viewLearning, in: .member(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            return try Participation.list(of: member, in: work)
        }
    }

    /// The attempts of a member at a course, in the order of the record.
    public func attempts(
        of member: MemberID, in course: CourseID, as principal: Principal
    ) async throws -> [Attempt] {
        try await store.read(as: principal, .viewLearning, in: .member(member)) { work in
            let participation = try work.first(
                "SELECT id FROM courses_participation WHERE (member_id, course_id) = (\(member), \(course))",
                as: Int.self)
            guard let participation else { return [] }
            return Attempt.list(try Recorder(work, retakes).entries(of: participation))
        }
    }

    /// The entries of a member in a course that count, ordered by date.
    public func entries(
        of member: MemberID, in course: CourseID, as principal: Principal
    ) async throws -> [LearningEntry] {
        try await store.read(as: principal, .viewLearning, in: .member(member)) { work in
            try work.rows(
                """
                SELECT \(LearningEntry.columns)
                FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                WHERE (p.member_id, p.course_id) = (\(member), \(course)) AND e.standing = 'counted'
                ORDER BY e.effective_at, e.place, e.number
                """, make: LearningEntry.init)
        }
    }

    private func change<Value: Sendable>(
        _ member: MemberID, _ permission: Permission, as principal: Principal,
        _ act: @escaping @Sendable (Recorder, UnitOfWork) throws -> Value
    ) async throws -> Value {
        try await store.write(as: principal, permission, in: .member(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            try work.setSubject("member", member)
            let recorder = Recorder(work, retakes)
            let value = try act(recorder, work)
            try recorder.publish()
            return value
        }
    }
}

extension ID where Noun == LearningEntry {
    fileprivate static func new(in work: UnitOfWork) throws -> Self { try work.newID() }
}
