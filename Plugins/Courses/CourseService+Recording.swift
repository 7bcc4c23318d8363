public import Atrium

public import struct Foundation.Date

/// The learning record: append-only, with two clocks. An entry has the date on which it happened, which may lie anywhere in
/// the past, and the time at which it was recorded; whether it is valid is decided by what was recorded before.
extension CourseService {
    /// Records what happened between a member and a course: enrolling and withdrawing for whoever may enrol, everything else
    /// for whoever may record.
    ///
    /// `date` is when it happened, now unless told otherwise; `id` is what the source calls it, up to 200 bytes, and made here
    /// if there is none. The same entry with the same id is recorded once, another one throws ``LearningError/conflict``.
    /// Throws ``LearningError``, ``CourseError`` or `MemberError.unknown`.
    @discardableResult
    public func record(
        _ learning: Learning, of member: MemberID, in course: CourseID, at date: Date? = nil, id: String? = nil,
        as principal: Principal
    ) async throws -> RecordingOutcome {
        let isEnrolment = learning.kind == .enrolled || learning.kind == .withdrawn
        return try await change(member, isEnrolment ? .enrol : .recordLearning, as: principal) { recorder, work in
            if learning.kind == .enrolled, try recorder.course(course).retiredAt != nil { throw CourseError.retired }
            let name = id ?? ID<LearningEntry>.new(in: work).description
            return try recorder.record(
                LearningReport(id: name, course: course, learning, effectiveAt: date), of: member)
        }
    }

    /// Voids an entry, which counts no more; the line stays in the record. A completion that is voided opens the enrolment
    /// again.
    public func void(_ id: String, of member: MemberID, as principal: Principal) async throws {
        try await change(member, .recordLearning, as: principal) { recorder, _ in
            _ = try recorder.void(id, of: member)
        }
    }

    /// Voids an entry and records what happened instead, in one commit: the explicit way to another end.
    public func correct(
        _ id: String, to learning: Learning, of member: MemberID, at date: Date? = nil, as principal: Principal
    ) async throws {
        try await change(member, .recordLearning, as: principal) { recorder, work in
            let wrong = try recorder.void(id, of: member)
            _ = try recorder.record(
                LearningReport(
                    id: ID<LearningEntry>.new(in: work).description, course: wrong.course, learning,
                    effectiveAt: date ?? wrong.effectiveAt), of: member)
        }
    }

    /// The courses of a member and how far they are, the last recorded first.
    public func participations(of member: MemberID, as principal: Principal) async throws -> [Participation] {
        try await store.read(as: principal, .viewLearning, in: .person(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            return try Participation.list(of: member, in: work)
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
                ORDER BY e.effective_at, e.number
                """, make: LearningEntry.init)
        }
    }

    // MARK: - Inside another module's unit

    /// Calls the closure with every entry that counts, in no promised order, keeping none in memory. A consequence: it asks
    /// for no permission.
    public func forEachEntry(in work: UnitOfWork, _ body: (LearningEntry) throws -> Void) throws {
        try store.within(work) { own in
            var last = (participation: 0, number: 0)
            // Pages, because the deadline of a statement covers all its rows.
            while true {
                let page = try own.rows(
                    """
                    SELECT \(LearningEntry.columns), e.standing = 'counted', e.participation_id, e.number
                    FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id
                    WHERE (e.participation_id, e.number) > (\(last.participation), \(last.number))
                    ORDER BY e.participation_id, e.number LIMIT 1000
                    """
                ) { (try LearningEntry($0), try $0[9] as Bool, try $0[10] as Int, try $0[11] as Int) }
                for (entry, isCounted, _, _) in page where isCounted { try body(entry) }
                guard let end = page.last else { return }
                last = (end.2, end.3)
            }
        }
    }

    private func change<Value: Sendable>(
        _ member: MemberID, _ permission: Permission, as principal: Principal,
        _ act: @escaping @Sendable (Recorder, UnitOfWork) throws -> Value
    ) async throws -> Value {
        try await store.write(as: principal, permission, in: .person(member)) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            work.about("member", member)
            let recorder = Recorder(work)
            let value = try act(recorder, work)
            try recorder.publish()
            return value
        }
    }
}

extension ID where Noun == LearningEntry {
    fileprivate static func new(in work: UnitOfWork) -> Self { work.newID() }
}
