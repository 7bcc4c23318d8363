internal import Atrium

/// Writes entries in one unit, and publishes what changed at its end.
final class Recorder {
    private enum Change {
        case recorded(LearningRecorded)
        case voided(LearningVoided)
    }

    private let work: UnitOfWork
    private var changes: [Change] = []
    private var completions: [CompletionChanged] = []

    init(_ work: UnitOfWork) { self.work = work }

    /// Publishes what was recorded and voided, in its order and in runs: to be called once, when all is written.
    func publish() throws {
        var recorded: [LearningRecorded] = []
        var voided: [LearningVoided] = []
        for change in changes {
            switch change {
            case .recorded(let event):
                if !voided.isEmpty { try work.publish(contentsOf: voided) }
                voided = []
                recorded.append(event)
            case .voided(let event):
                if !recorded.isEmpty { try work.publish(contentsOf: recorded) }
                recorded = []
                voided.append(event)
            }
        }
        try work.publish(contentsOf: recorded)
        try work.publish(contentsOf: voided)
        try work.publish(contentsOf: completions)
    }

    /// Notes for publication that an entry counts, or does so no more.
    private func note(_ change: Change) {
        changes.append(change)
        let entry =
            switch change {
            case .recorded(let event): event.entry
            case .voided(let event): event.entry
            }
        if entry.learning == .completed { completions.append(CompletionChanged(completion: entry.id)) }
    }

    // MARK: - Recording

    /// Records a member's report, or throws with nothing written. An entry with its id that says the same is repeated. The
    /// course is in the catalogue.
    func record(_ report: LearningReport, of member: MemberID) throws -> RecordingOutcome {
        if let known = try entry(report.id) {
            guard known.says(report, of: member) else { throw LearningError.conflict }
            return .repeated
        }
        return try write(plan(report, of: member))
    }

    /// What recording a report would write, and where.
    struct Plan {
        let report: LearningReport
        let member: MemberID
        fileprivate let participation: Int?
        fileprivate let before: ParticipationState
        fileprivate let step: ParticipationState.Step
    }

    /// Finds out what recording a report would write, whose id is new; throws where a rule forbids it. Nothing is written by
    /// finding out, so that the unit may go on after an error.
    func plan(_ report: LearningReport, of member: MemberID) throws -> Plan {
        let standing: (id: Int, state: ParticipationState)? = try work.first(
            """
            SELECT id, state FROM courses_participation WHERE (member_id, course_id) = (\(member), \(report.course))
            """, as: Int.self, ParticipationState.self)
        let before = standing?.state ?? .notEnrolled
        let step = try before.after(report.learning.kind, mayEnrol: report.mayEnrol)
        return Plan(report: report, member: member, participation: standing?.id, before: before, step: step)
    }

    /// Writes what was planned just now.
    func write(_ plan: Plan) throws -> RecordingOutcome {
        let (report, member, step) = (plan.report, plan.member, plan.step)
        let participation = try plan.participation ?? open(member, report.course)
        if step.state != plan.before { try setState(step.state, of: participation) }
        let entry = LearningEntry(report, of: member, recordedAt: work.now, enrols: step.enrols)
        try insert(entry, report, step.isRedundant ? .redundant : .counted, participation, place: nil)
        if step.isRedundant { return .repeated }
        note(.recorded(LearningRecorded(entry: entry)))
        return .recorded
    }

    private func open(_ member: MemberID, _ course: CourseID) throws -> Int {
        // RETURNING builds a table in memory for its one row, which takes longer than looking it up.
        try work.run(
            """
            INSERT INTO courses_participation (member_id, course_id, state) VALUES (\(member), \(course), 'notEnrolled')
            """)
        return try work.one(
            "SELECT id FROM courses_participation WHERE (member_id, course_id) = (\(member), \(course))", as: Int.self)
    }

    private func setState(_ state: ParticipationState, of participation: Int) throws {
        try work.run("UPDATE courses_participation SET state = \(state) WHERE id = \(participation)")
    }

    private func insert(
        _ entry: LearningEntry, _ report: LearningReport, _ standing: Standing, _ participation: Int, place: Int?
    ) throws {
        let number: SQL = """
            (SELECT coalesce(max(number), 0) + 1 FROM courses_entry WHERE participation_id = \(participation))
            """
        try work.run(
            """
            INSERT INTO courses_entry
            VALUES (\(participation), \(number), coalesce(\(place), \(number)), \(entry.id), \(entry.learning.kind),
                \(entry.learning.minutes), \(entry.learning.percent), \(entry.effectiveAt), \(entry.day),
                \(entry.recordedAt), \(report.mayEnrol), \(entry.enrols), \(standing), \(report.digest))
            """)
    }

    // MARK: - Voiding and correcting

    /// Voids the entry with an id, of one member if any is named. Throws ``LearningError/unknownEntry`` if there is none, it
    /// is voided, or it is somebody else's.
    func void(_ id: String, of member: MemberID? = nil) throws {
        let known = try countable(id, of: member)
        try change(known, to: .voided, enrols: known.entry.enrols)
        try replay(known.participation)
    }

    /// Voids an entry and puts another into its place. Throws ``LearningError/withoutEffect`` if that does not count there.
    func correct(_ id: String, by report: (Known) throws -> LearningReport, of member: MemberID) throws {
        let known = try countable(id, of: member)
        let report = try report(known)
        try change(known, to: .voided, enrols: known.entry.enrols)
        let entry = LearningEntry(report, of: member, recordedAt: work.now, enrols: false)
        try insert(entry, report, .redundant, known.participation, place: known.place)
        try replay(known.participation)
        // Work counts in every state; the rest only where the state lets it.
        guard try self.entry(report.id)?.standing == .counted else { throw LearningError.withoutEffect }
    }

    private func countable(_ id: String, of member: MemberID?) throws -> Known {
        guard id.utf8.count <= LearningReport.idLimit, let known = try entry(id), known.standing != .voided,
            member == nil || known.entry.member == member
        else {
            throw LearningError.unknownEntry
        }
        return known
    }

    /// Finds anew, from the entries that are left and in their order, the state and which of them count and enrol.
    private func replay(_ participation: Int) throws {
        var state = ParticipationState.notEnrolled
        let left = try entries(
            "WHERE e.participation_id = \(participation) AND e.standing <> 'voided' ORDER BY e.place, e.number")
        for known in left {
            // What the state does not let happen any more does not count any more.
            let step = try? state.after(known.entry.learning.kind, mayEnrol: known.mayEnrol)
            let standing: Standing = step.map { $0.isRedundant } ?? true ? .redundant : .counted
            let enrols = step?.enrols ?? false
            if standing != known.standing || enrols != known.entry.enrols {
                try change(known, to: standing, enrols: enrols)
            }
            state = step?.state ?? state
        }
        try setState(state, of: participation)
    }

    private func change(_ known: Known, to standing: Standing, enrols: Bool) throws {
        try work.run(
            """
            UPDATE courses_entry SET standing = \(standing), enrols = \(enrols) WHERE external_id = \(known.entry.id)
            """)
        if known.standing == .counted { note(.voided(LearningVoided(entry: known.entry))) }
        if standing == .counted {
            note(.recorded(LearningRecorded(entry: LearningEntry(known.entry, enrols: enrols))))
        }
    }

    // MARK: - Rows

    /// How an entry stands in the record.
    enum Standing: String, ColumnValue { case counted, redundant, voided }

    /// A stored entry with what only the record knows of it.
    struct Known {
        let entry: LearningEntry
        let participation: Int
        let place: Int
        let standing: Standing
        let mayEnrol: Bool
        let digest: [UInt8]?

        /// Whether the report repeats it. A report without a date agrees with any.
        func says(_ report: LearningReport, of member: MemberID) -> Bool {
            if let digest, let other = report.digest {
                // An LRS gives a time to a statement without (xAPI 1.0.3, Data, 2.3.1), as did the import that recorded it.
                let isSameTime = report.effectiveAt.map {
                    entry.effectiveAt == entry.recordedAt || entry.effectiveAt.isSameTimestamp(as: $0)
                }
                return digest == other && entry.member == member && isSameTime ?? true
            }
            return entry.member == member && entry.course == report.course && entry.learning == report.learning
                && isSameTime(report)
        }

        /// A day is the same day in every zone.
        private func isSameTime(_ report: LearningReport) -> Bool {
            if report.day != nil || entry.day != nil { return report.day == entry.day }
            return report.effectiveAt.map { $0.sqlValue == entry.effectiveAt.sqlValue } ?? true
        }
    }

    func entry(_ id: String) throws -> Known? { try entries("WHERE e.external_id = \(id)").first }

    private func entries(_ condition: SQL) throws -> [Known] {
        let next = LearningEntry.columnCount
        return try work.rows(
            """
            SELECT \(LearningEntry.columns), e.participation_id, e.place, e.standing, e.may_enrol, e.digest
            FROM courses_entry e JOIN courses_participation p ON p.id = e.participation_id \(condition)
            """
        ) { row in
            Known(
                entry: try LearningEntry(row), participation: try row[next], place: try row[next + 1],
                standing: try row[next + 2], mayEnrol: try row[next + 3], digest: try row[next + 4])
        }
    }
}
