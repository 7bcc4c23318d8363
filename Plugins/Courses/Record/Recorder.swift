internal import Atrium

internal import struct Foundation.Date

/// Writes entries in one unit, and publishes the changes at its end.
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

    /// Publishes what was recorded and voided, in order and in runs of the same kind. Call it once, after everything is
    /// written.
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

    /// Notes for publication that an entry counts now, or no longer counts.
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

    /// Records a member's report, or throws and writes nothing. If an entry with the same id says the same, the report is
    /// repeated. The course must be in the catalogue.
    func record(_ report: LearningReport, of member: MemberID) throws -> RecordingOutcome {
        if let known = try entry(report.id) {
            guard known.matches(report, of: member) else { throw LearningError.conflict }
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

        enum Step {
            case append(AttemptState.Step)
            /// In the middle of the record, because it happened before other entries.
            case insert(Slot, Effect)
        }

        /// Where an entry is inserted into the record: before the entry that has the place `next`.
        struct Slot {
            let next: Int
            /// Whether that entry is the first one.
            let isFirst: Bool
        }

        /// What an entry changes in the record after it.
        enum Effect {
            case nothing
            /// It enrols the member instead of this entry, which is also work.
            case enrolsInsteadOf(Known)
            /// Only a replay finds out.
            case replay

            fileprivate var enrols: Bool { if case .enrolsInsteadOf = self { true } else { false } }
        }
    }

    /// Finds out what recording a report would write. The id of the report must be new. Throws if a rule forbids the report. It
    /// writes nothing, so the unit may continue after an error.
    func plan(_ report: LearningReport, of member: MemberID) throws -> Plan {
        let known = try work.first(
            """
            SELECT id, state, enrolled_at, ended_at, latest_at FROM courses_participation
            WHERE (member_id, course_id) = (\(member), \(report.course))
            """
        ) { row in
            let attempts = AttemptState(
                state: try row[1], enrolledAt: try row[2], endedAt: try row[3], latestAt: try row[4])
            return (id: try row[0] as Int, attempts: attempts)
        }
        let before = known?.attempts ?? AttemptState()
        var fact = AttemptState.Fact(
            kind: report.learning.kind, effectiveAt: (report.effectiveAt ?? work.now).stored, mayEnrol: report.mayEnrol)
        var step: Plan.Step?
        if report.mayEnrol, let participation = known?.id {
            step = try lateStep(fact, report, before, in: participation)
            if step == nil, before.hasEnded {
                fact.hasOtherRegistration = try hasOther(report.registration, than: participation)
            }
        }
        return Plan(
            report: report, member: member, participation: known?.id, before: before,
            step: try step ?? .append(before.after(fact, retakes)))
    }

    /// Writes a plan that was made just before.
    func write(_ plan: Plan) throws -> RecordingOutcome {
        let (report, member) = (plan.report, plan.member)
        let participation = try plan.participation ?? open(member, report.course)
        func entry(enrols: Bool) -> LearningEntry {
            LearningEntry(report, of: member, recordedAt: work.now, enrols: enrols)
        }
        switch plan.step {
        case .append(let step):
            if step.after != plan.before { try setState(step.after, of: participation) }
            let entry = entry(enrols: step.enrols)
            try insert(entry, report, step.isRedundant ? .redundant : .counted, participation)
            if step.isRedundant { return .repeated }
            note(.recorded(LearningRecorded(entry: entry)))
            return .recorded
        case .insert(let slot, let effect):
            let place = try makePlace(in: slot, of: participation)
            switch effect {
            case .nothing: break
            case .enrolsInsteadOf(let known):
                try change(known, to: .counted, enrols: false)
                if plan.before.enrolledAt == known.entry.effectiveAt {
                    var after = plan.before
                    after.enrolledAt = report.effectiveAt ?? work.now
                    try setState(after, of: participation)
                }
            case .replay:
                // The replay decides whether it counts.
                try insert(entry(enrols: false), report, .redundant, participation, at: place)
                try replay(participation)
                return try self.entry(report.id)?.standing == .counted ? .recorded : .repeated
            }
            let entry = entry(enrols: effect.enrols)
            try insert(entry, report, .counted, participation, at: place)
            note(.recorded(LearningRecorded(entry: entry)))
            return .recorded
        }
    }

    private func open(_ member: MemberID, _ course: CourseID) throws -> Int {
        // RETURNING builds a table in memory for its one row. That takes longer than looking the row up.
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
            UPDATE courses_participation
            SET state = \(attempts.state), enrolled_at = \(attempts.enrolledAt), ended_at = \(attempts.endedAt),
                latest_at = \(attempts.latestAt)
            WHERE id = \(participation)
            """)
    }

    /// Writes an entry, after all others unless a place is given.
    func insert(
        _ entry: LearningEntry, _ report: LearningReport, _ standing: Standing, _ participation: Int,
        at place: Int? = nil
    ) throws {
        let number: SQL = """
            (SELECT coalesce(max(number), 0) + 1 FROM courses_entry WHERE participation_id = \(participation))
            """
        let place: SQL = place.map { "\($0)" } ?? "\(number) * \(Self.gap)"
        try work.run(
            """
            INSERT INTO courses_entry
            VALUES (\(participation), \(number), \(place), \(entry.id), \(entry.learning.kind),
                \(entry.learning.minutes), \(entry.learning.percent), \(entry.effectiveAt), \(entry.day),
                \(entry.recordedAt), \(report.mayEnrol), \(entry.enrols), \(standing), \(report.digest),
                \(report.registration))
            """)
    }
}
