internal import Atrium

/// Settles the lines of an import in one unit: who and what they name, what is known already, and what is recorded.
final class Importer {
    private let work: UnitOfWork
    private let recorder: Recorder
    private let hasResolved: Bool
    private let hasHeld: Bool
    private var hasVoids: Bool
    private var courses: [String: CourseID] = [:]

    init(_ work: UnitOfWork) throws {
        self.work = work
        recorder = Recorder(work)
        // Most imports have none of them, and a query a line less.
        (hasResolved, hasHeld, hasVoids) = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM courses_learner), EXISTS (SELECT 1 FROM courses_held),
                EXISTS (SELECT 1 FROM courses_void)
            """, as: Bool.self, Bool.self, Bool.self)
    }

    /// Publishes what was recorded: to be called once, when all lines are settled.
    func publish() throws { try recorder.publish() }

    /// What is known of a line without writing anything; `nil` where something is to be written.
    func known(_ line: ImportLine) throws -> ImportOutcome? {
        switch line.content {
        case .settled(let outcome): return outcome
        case .void(let id, let target):
            let stored = try work.first("SELECT target FROM courses_void WHERE id = \(id)", as: String.self)
            if let stored { return stored == target ? .repeated : .refused(LearningError.conflict) }
            return try target == id || isVoid(target) ? .refused(LearningError.voidOfVoid) : nil
        case .report(let report):
            if let known = try recorder.entry(report.id) {
                guard let member = try member(report.learner), let course = try course(report.course),
                    let wanted = try? report.report(in: course), known.says(wanted, of: member)
                else { return .refused(LearningError.conflict) }
                return .repeated
            }
            if try isVoided(report.id) { return .voided }
            if try isVoid(report.id) { return .refused(LearningError.conflict) }
            return try hasHeld && member(report.learner) == nil && isHeld(report) ? .held : nil
        }
    }

    /// Writes what a line says, and tells what became of it. An error that concerns the line alone is its outcome.
    func settle(_ line: ImportLine) throws -> ImportOutcome {
        do {
            if let known = try known(line) { return known }
            switch line.content {
            case .settled(let outcome): return outcome
            case .void(let id, let target): return try void(target, by: id)
            case .report(let report): return try settle(report)
            }
        } catch let error as LearningError {
            return .refused(error)
        } catch let error as CourseError {
            return .refused(error)
        }
    }

    private func settle(_ report: ImportedReport) throws -> ImportOutcome {
        guard let course = try course(report.course) else { throw CourseError.unknown }
        let wanted = try report.report(in: course)
        guard let member = try member(report.learner) else { return try hold(report, in: course) }
        let outcome = try recorder.append(wanted, of: member)
        if hasHeld { try work.run("DELETE FROM courses_held WHERE external_id = \(report.id)") }
        return outcome == .recorded ? .accepted : .repeated
    }

    // MARK: - Voiding

    /// Takes an entry out of the count; one that is still to come is noted, and will not count when it comes.
    private func void(_ target: String, by id: String) throws -> ImportOutcome {
        guard try recorder.entry(id) == nil else { throw LearningError.conflict }
        let count = try work.run(
            "INSERT INTO courses_void VALUES (\(id), \(target), \(work.now)) ON CONFLICT (target) DO NOTHING")
        guard count == 1 else { return .repeated }
        hasVoids = true
        try work.run("DELETE FROM courses_held WHERE external_id = \(target)")
        if let known = try recorder.entry(target), known.standing != .voided { try recorder.void(target) }
        return .accepted
    }

    /// Whether the id is that of a voiding statement.
    private func isVoid(_ id: String) throws -> Bool {
        try hasVoids && work.first("SELECT 1 FROM courses_void WHERE id = \(id)", as: Int.self) != nil
    }

    private func isVoided(_ id: String) throws -> Bool {
        try hasVoids && work.first("SELECT 1 FROM courses_void WHERE target = \(id)", as: Int.self) != nil
    }

    // MARK: - Holding

    private func hold(_ report: ImportedReport, in course: CourseID) throws -> ImportOutcome {
        let count = try work.run(
            """
            INSERT INTO courses_held (external_id, learner, course_id, kind, minutes, percent, effective_at, received_at,
                enrols, digest)
            VALUES (\(report.id), \(report.learner.identity), \(course), \(report.learning.kind), \(report.learning.minutes),
                \(report.learning.percent), \(report.effectiveAt), \(work.now), \(report.enrols), \(report.digest))
            ON CONFLICT DO NOTHING
            """)
        guard count == 1 else { throw LearningError.conflict }
        return .held
    }

    /// Whether the same line is held already; one with the same id that says something else is not.
    private func isHeld(_ report: ImportedReport) throws -> Bool {
        try work.first(
            """
            SELECT 1 FROM courses_held WHERE external_id = \(report.id) AND learner = \(report.learner.identity)
                AND kind = \(report.learning.kind) AND minutes IS \(report.learning.minutes)
                AND percent IS \(report.learning.percent) AND effective_at IS \(report.effectiveAt)
                AND digest IS \(report.digest)
            """, as: Int.self) != nil
    }

    // MARK: - Looking up

    /// The member whose address it is, or else whom an administrator named.
    private func member(_ learner: Learner) throws -> MemberID? {
        if let address = learner.address, let member = try work.member(address: address) { return member.id }
        guard hasResolved else { return nil }
        return try work.first(
            "SELECT member_id FROM courses_learner WHERE learner = \(learner.identity)", as: MemberID.self)
    }

    private func course(_ name: String) throws -> CourseID? {
        if let known = courses[name] { return known }
        let found = try work.first(
            "SELECT id FROM courses_course WHERE id = \(name) OR link = \(name) ORDER BY id <> \(name) LIMIT 1",
            as: CourseID.self)
        if let found { courses[name] = found }
        return found
    }
}
