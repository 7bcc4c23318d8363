internal import Atrium

internal import struct Foundation.Date

/// What is to be recorded: a ``LearningEntry`` before its time.
struct LearningReport: Sendable, Equatable {
    let id: String
    let course: CourseID
    let learning: Learning
    /// `nil` is the time at which it is recorded.
    let effectiveAt: Date?
    /// Whether it enrols a member who is not.
    var enrols = false
    /// Tells the whole of an xAPI statement from another with the same id.
    var digest: [UInt8]?

    init(
        id: String, course: CourseID, _ learning: Learning, effectiveAt: Date?, enrols: Bool = false,
        digest: [UInt8]? = nil
    ) throws(LearningError) {
        // Most are ASCII; asking Unicode about each character takes as long as the rest of a line.
        let isPrintable =
            id.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            || id.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard (1...200).contains(id.utf8.count), isPrintable else { throw .invalidID }
        // 1900-01-01 and 10000-01-01 in seconds since 1970: beyond them calendars and columns differ.
        if let effectiveAt, !(-2_208_988_800..<253_402_300_800).contains(effectiveAt.timeIntervalSince1970) {
            throw .invalidDate
        }
        (self.id, self.course, self.effectiveAt) = (id, course, effectiveAt)
        (self.enrols, self.digest) = (enrols, digest)
        self.learning = try Learning(learning.kind, minutes: learning.minutes, percent: learning.percent)
    }
}

/// What became of a report.
public enum RecordingOutcome: Sendable, Equatable {
    case recorded
    /// It is in the record already: the same id, or the same end of the same enrolment.
    case repeated
}

/// Writes entries in one unit, and publishes them together at its end.
final class Recorder {
    private let work: UnitOfWork
    private var recorded: [LearningRecorded] = []
    private var voided: [LearningVoided] = []
    private var knownCourses: [CourseID: Course] = [:]

    init(_ work: UnitOfWork) { self.work = work }

    /// Publishes what was recorded and voided: to be called once, when all is written.
    func publish() throws {
        try work.publish(contentsOf: recorded)
        try work.publish(contentsOf: voided)
    }

    func course(_ id: CourseID) throws -> Course {
        if let known = knownCourses[id] { return known }
        let course = try work.requireCourse(id)
        knownCourses[id] = course
        return course
    }

    // MARK: - Recording

    /// Records a member's report, or throws with nothing written. An entry with its id that says the same is repeated.
    func record(_ report: LearningReport, of member: MemberID) throws -> RecordingOutcome {
        if let known = try entry(report.id) {
            guard known.says(report, of: member) else { throw LearningError.conflict }
            return .repeated
        }
        return try append(report, of: member)
    }

    /// Records a report whose id is new.
    func append(_ report: LearningReport, of member: MemberID) throws -> RecordingOutcome {
        let course = try course(report.course).id
        let standing: (id: Int, state: ParticipationState)? = try work.first(
            "SELECT id, state FROM courses_participation WHERE (member_id, course_id) = (\(member), \(course))",
            as: Int.self, ParticipationState.self)
        let before = standing?.state ?? .notEnrolled
        let enrols = report.enrols && before == .notEnrolled && report.learning.kind != .enrolled
        let (after, isRedundant) = try before.after(report.learning.kind, enrols: enrols)
        let participation = try standing?.id ?? open(member, course)
        if after != before { try setState(after, of: participation) }
        let date = report.effectiveAt ?? work.now
        try work.run(
            """
            INSERT INTO courses_entry
            VALUES (\(participation), (SELECT coalesce(max(number), 0) + 1 FROM courses_entry
                WHERE participation_id = \(participation)), \(report.id), \(report.learning.kind),
                \(report.learning.minutes), \(report.learning.percent), \(date), \(work.now), \(enrols),
                \(isRedundant ? Standing.redundant : .counted), \(report.digest))
            """)
        if isRedundant { return .repeated }
        recorded.append(
            LearningRecorded(
                entry: LearningEntry(
                    id: report.id, member: member, course: course, report.learning, effectiveAt: date,
                    recordedAt: work.now, enrols: enrols)))
        return .recorded
    }

    private func open(_ member: MemberID, _ course: CourseID) throws -> Int {
        try work.one(
            """
            INSERT INTO courses_participation (member_id, course_id, state)
            VALUES (\(member), \(course), 'notEnrolled') RETURNING id
            """, as: Int.self)
    }

    private func setState(_ state: ParticipationState, of participation: Int) throws {
        try work.run("UPDATE courses_participation SET state = \(state) WHERE id = \(participation)")
    }

    // MARK: - Voiding

    /// Voids the entry with an id, of one member if any is named, and returns it. Throws ``LearningError/unknownEntry`` if
    /// there is none, it is voided, or it is somebody else's.
    @discardableResult
    func void(_ id: String, of member: MemberID? = nil) throws -> LearningEntry {
        guard let known = try entry(id), known.standing != .voided, member == nil || known.entry.member == member else {
            throw LearningError.unknownEntry
        }
        try change(known, to: .voided)
        try replay(known.participation)
        return known.entry
    }

    /// Finds the state anew from the entries that are left, in the order in which they were recorded.
    private func replay(_ participation: Int) throws {
        var state = ParticipationState.notEnrolled
        let entries = try entries(
            """
            WHERE e.participation_id = \(participation) AND e.standing <> 'voided'
                AND (e.kind IN ('enrolled', 'completed', 'failed', 'withdrawn') OR e.enrols) ORDER BY e.number
            """)
        for known in entries {
            let kind = known.entry.learning.kind
            if kind == .enrolled || known.entry.enrols { state = .enrolled }
            guard let end = kind.end else { continue }
            let standing = state == end ? Standing.redundant : .counted
            if standing != known.standing { try change(known, to: standing) }
            state = end
        }
        try setState(state, of: participation)
    }

    private func change(_ known: Known, to standing: Standing) throws {
        try work.run("UPDATE courses_entry SET standing = \(standing) WHERE external_id = \(known.entry.id)")
        if standing == .counted { recorded.append(LearningRecorded(entry: known.entry)) }
        if known.standing == .counted { voided.append(LearningVoided(entry: known.entry)) }
    }

    // MARK: - Rows

    /// How an entry stands in the record.
    enum Standing: String, ColumnValue { case counted, redundant, voided }

    /// A stored entry with what only the record knows of it.
    struct Known {
        let entry: LearningEntry
        let participation: Int
        let standing: Standing
        let digest: [UInt8]?

        /// Whether the report repeats it. A report without a date agrees with any.
        func says(_ report: LearningReport, of member: MemberID) -> Bool {
            if let digest, let other = report.digest { return digest == other && entry.member == member }
            return entry.member == member && entry.course == report.course && entry.learning == report.learning
                && (report.effectiveAt.map { $0.sqlValue == entry.effectiveAt.sqlValue } ?? true)
        }
    }

    func entry(_ id: String) throws -> Known? { try entries("WHERE e.external_id = \(id)").first }

    private func entries(_ condition: SQL) throws -> [Known] {
        try work.rows(
            """
            SELECT \(LearningEntry.columns), e.participation_id, e.standing, e.digest
            FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id \(condition)
            """
        ) { Known(entry: try LearningEntry($0), participation: try $0[9], standing: try $0[10], digest: try $0[11]) }
    }
}
