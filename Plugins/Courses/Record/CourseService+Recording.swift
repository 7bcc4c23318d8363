public import Atrium

public import struct Foundation.Date

/// The learning record: append-only, with two clocks. An entry has the date on which it happened, which may lie anywhere in
/// the past, and the time at which it was recorded; whether it is valid is decided by what was recorded before.
extension CourseService {
    /// Records what happened between a member and a course: enrolling and withdrawing for whoever may enrol, everything else
    /// for whoever may record.
    ///
    /// `date` is when it happened, now unless told otherwise; `id` is what the source calls it, up to 200 bytes, and made here
    /// if there is none; both are for whoever may record. The same entry with the same id is recorded once, another one
    /// throws ``LearningError/conflict``. Throws ``LearningError``, ``CourseError`` or `MemberError` otherwise.
    @discardableResult
    public func record(
        _ learning: Learning, of member: MemberID, in course: CourseID, at date: Date? = nil, id: String? = nil,
        as principal: Principal
    ) async throws -> RecordingOutcome {
        let isEnrolment = learning.kind == .enrolled || learning.kind == .withdrawn
        return try await change(member, isEnrolment ? .enrol : .recordLearning, as: principal) { recorder, work in
            // An id answers whether it is taken, by whomever; a date moves figures.
            if id != nil || date != nil { try work.require(.recordLearning, in: .person(member)) }
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

    /// Voids an entry, which counts no more; the line stays in the record. What followed from it is found anew: a completion
    /// that is voided opens the enrolment again, an enrolment that is voided takes its end with it.
    public func void(_ id: String, of member: MemberID, as principal: Principal) async throws {
        try await change(member, .recordLearning, as: principal) { recorder, _ in
            try recorder.void(id, of: member)
        }
    }

    /// Voids an entry and puts another into its place, in one commit: the explicit way to another end. It has the date of the
    /// old one unless told otherwise. Throws ``LearningError/withoutEffect`` if the new one would not count there.
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

    /// The courses of a member and how far they are, the last recorded first.
    public func participations(of member: MemberID, as principal: Principal) async throws -> [Participation] {
        try await store.read(as: principal, .viewLearning, in: .person(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            return try Participation.list(of: member, in: work)
        }
    }

    /// The attempts of a member at a course, in the order of the record.
    public func attempts(
        of member: MemberID, in course: CourseID, as principal: Principal
    ) async throws -> [Attempt] {
        try await store.read(as: principal, .viewLearning, in: .person(member)) { work in
            let participation = try work.first(
                "SELECT id FROM courses_participation WHERE (member_id, course_id) = (\(member), \(course))",
                as: Int.self)
            guard let participation else { return [] }
            return Attempt.list(try Recorder(work, retakes).entries(of: participation))
        }
    }

    /// What counts in the record of a member in a course, by date.
    public func entries(
        of member: MemberID, in course: CourseID, as principal: Principal
    ) async throws -> [LearningEntry] {
        try await store.read(as: principal, .viewLearning, in: .person(member)) { work in
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
        try await store.write(as: principal, permission, in: .person(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            try work.about("member", member)
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
