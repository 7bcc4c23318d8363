internal import Atrium

internal import struct Foundation.Date

/// Writes entries in one unit, and publishes what changed at its end.
final class Recorder {
    enum Change {
        case recorded(LearningRecorded)
        case voided(LearningVoided)
    }

    let work: UnitOfWork
    let retakes: RetakeRule
    private var changes: [Change] = []
    private var completions: [CompletionChanged] = []

    init(_ work: UnitOfWork, _ retakes: RetakeRule) { (self.work, self.retakes) = (work, retakes) }

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
    func note(_ change: Change) {
        changes.append(change)
        let entry =
            switch change {
            case .recorded(let event): event.entry
            case .voided(let event): event.entry
            }
        if entry.learning == .completed {
            completions.append(CompletionChanged(member: entry.member, course: entry.course))
        }
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
        fileprivate let before: AttemptState
        fileprivate let step: Step

        fileprivate enum Step {
            case append(AttemptState.Step)
            /// It comes before what was recorded already: what follows it is found again.
            case insert(place: Int)
        }
    }

    /// Finds out what recording a report would write, whose id is new; throws where a rule forbids it. Nothing is written by
    /// finding out, so that the unit may go on after an error.
    func plan(_ report: LearningReport, of member: MemberID) throws -> Plan {
        let known = try work.first(
            """
            SELECT id, state, ended_at FROM courses_participation WHERE (member_id, course_id) = (\(member), \(report.course))
            """
        ) { row in (id: try row[0] as Int, attempts: AttemptState(state: try row[1], endedAt: try row[2])) }
        let before = known?.attempts ?? AttemptState()
        func plan(_ step: Plan.Step) -> Plan {
            Plan(report: report, member: member, participation: known?.id, before: before, step: step)
        }
        var fact = AttemptState.Fact(
            kind: report.learning.kind, effectiveAt: report.effectiveAt ?? work.now, mayEnrol: report.mayEnrol,
            hasOtherRegistration: false)
        if report.mayEnrol, let end = fact.kind.end, let participation = known?.id, let endedAt = before.endedAt {
            fact = AttemptState.Fact(
                kind: fact.kind, effectiveAt: fact.effectiveAt, mayEnrol: true,
                hasOtherRegistration: try hasOther(report.registration, than: participation))
            if fact.effectiveAt < endedAt {
                if try !fact.hasOtherRegistration && repeats(end, at: fact.effectiveAt, in: participation) {
                    return plan(.append(AttemptState.Step(after: before, isRedundant: true)))
                }
                if let place = try place(before: fact.effectiveAt, in: participation) {
                    return plan(.insert(place: place))
                }
            }
        }
        return plan(.append(try before.after(fact, retakes)))
    }

    /// Writes what was planned just now.
    func write(_ plan: Plan) throws -> RecordingOutcome {
        let (report, member) = (plan.report, plan.member)
        let participation = try plan.participation ?? open(member, report.course)
        switch plan.step {
        case .append(let step):
            if step.after != plan.before { try setState(step.after, of: participation) }
            let entry = LearningEntry(report, of: member, recordedAt: work.now, enrols: step.enrols)
            try insert(entry, report, step.isRedundant ? .redundant : .counted, participation, place: nil)
            if step.isRedundant { return .repeated }
            note(.recorded(LearningRecorded(entry: entry)))
            return .recorded
        case .insert(let place):
            try work.run(
                """
                UPDATE courses_entry SET place = place + 1 WHERE participation_id = \(participation) AND place >= \(place)
                """)
            let entry = LearningEntry(report, of: member, recordedAt: work.now, enrols: false)
            try insert(entry, report, .redundant, participation, place: place)
            try replay(participation)
            return try self.entry(report.id)?.standing == .counted ? .recorded : .repeated
        }
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

    func setState(_ attempts: AttemptState, of participation: Int) throws {
        try work.run(
            """
            UPDATE courses_participation SET state = \(attempts.state), ended_at = \(attempts.endedAt)
            WHERE id = \(participation)
            """)
    }

    func insert(
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
                \(entry.recordedAt), \(report.mayEnrol), \(entry.enrols), \(standing), \(report.digest),
                \(report.registration))
            """)
    }

    // MARK: - Ends that come late

    private func hasOther(_ registration: String?, than participation: Int) throws -> Bool {
        guard let registration else { return false }
        return try work.one(
            """
            SELECT coalesce(max(registration) IS NOT NULL AND NOT max(registration = \(registration)), 0) FROM courses_entry
            WHERE participation_id = \(participation) AND standing <> 'voided'
            """, as: Bool.self)
    }

    /// Whether an end that counts is so near that this one belongs to its attempt.
    private func repeats(_ end: ParticipationState, at date: Date, in participation: Int) throws -> Bool {
        let gap = retakes.gap(after: end, end)
        return try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM courses_entry
                WHERE participation_id = \(participation) AND kind = \(end) AND standing = 'counted'
                    AND effective_at > \(date.addingTimeInterval(-gap)) AND effective_at < \(date.addingTimeInterval(gap)))
            """, as: Bool.self)
    }

    /// Before what the same kind of source says of later times. A record of more than a thousand entries is taken in its order:
    /// finding it again for each end would take with the square of its length.
    private func place(before date: Date, in participation: Int) throws -> Int? {
        try work.one(
            """
            SELECT iif(count(*) > 1000, NULL, min(place) FILTER (WHERE may_enrol AND effective_at > \(date)))
            FROM courses_entry WHERE participation_id = \(participation) AND standing <> 'voided'
            """, as: Int?.self)
    }
}
