internal import Atrium

internal import struct Foundation.Date

/// Processes the lines of an import in one unit: looks up the people and the courses that the lines name, skips known lines,
/// and records the rest.
final class Importer {
    private let work: UnitOfWork
    private let recorder: Recorder
    /// The latest date that is recorded now. Lines with later dates go to the holding list.
    private let latestDate: Date
    /// Whether `courses_learner` has rows. Set it to true after you insert one.
    var hasMappings: Bool
    private var hasHeld: Bool
    private var hasVoids: Bool
    private var courses: [String: CourseID] = [:]

    init(_ work: UnitOfWork, _ retakes: RetakeRule, until latestDate: Date) throws {
        (self.work, self.latestDate) = (work, latestDate)
        recorder = Recorder(work, retakes)
        // If a table is empty, as in most imports, its lookup for each line is skipped.
        (hasMappings, hasHeld, hasVoids) = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM courses_learner), EXISTS (SELECT 1 FROM courses_held),
                EXISTS (SELECT 1 FROM courses_void)
            """, as: Bool.self, Bool.self, Bool.self)
    }

    /// Publishes what was recorded. Call it once, after all lines.
    func publish() throws { try recorder.publish() }

    /// The outcome of a line that writes nothing; `nil` if only ``process(_:)`` can tell.
    func known(_ line: ImportLine) throws -> ImportOutcome? {
        switch line.content {
        case .decided(let outcome): return outcome
        case .statement(let statement):
            do { return try known(statement) } catch { return try refusal(of: statement, for: error) }
        }
    }

    /// Writes what a line says, and returns what happened to it.
    ///
    /// A line is refused before its first write. An error during a write fails the whole unit.
    func process(_ line: ImportLine) throws -> ImportOutcome {
        switch line.content {
        case .decided(let outcome): return outcome
        case .statement(let statement):
            let step: Step
            do { step = try self.step(for: statement) } catch { return try refusal(of: statement, for: error) }
            return try perform(step)
        }
    }

    /// What a statement leads to.
    private enum Step {
        case nothing(ImportOutcome)
        case record(Recorder.Plan, omitted: Words?)
        case hold(ImportedReport, CourseID, HeldLine.Reason)
        case void(target: String, id: String, digest: [UInt8])
    }

    /// The outcome of a line whose error concerns only this line. Any other error is thrown again.
    private func refusal(of statement: ImportedStatement, for error: any Error) throws -> ImportOutcome {
        if case .report(let report) = statement, case CourseError.unknown = error {
            return .unknownCourse(report.course)
        }
        guard error is LearningError || error is CourseError else { throw error }
        return .refused(error)
    }

    private func known(_ statement: ImportedStatement) throws -> ImportOutcome? {
        switch statement {
        case .void(let id, let target, let digest):
            if let stored = try void(id) {
                guard stored.target == target, stored.digest ?? digest == digest else { throw LearningError.conflict }
                return .repeated
            }
            if try target == id || void(target) != nil { throw LearningError.voidOfVoid }
            return nil
        case .report(let report):
            if let known = try recorder.entry(report.id) {
                guard try repeats(known, report) else { throw LearningError.conflict }
                return .repeated
            }
            if try void(report.id) != nil { throw LearningError.conflict }
            if try isVoided(report.id) { return .voided }
            guard let held = try held(report.id) else {
                guard try course(report.course) != nil else { throw CourseError.unknown }
                return nil
            }
            guard try held.matches(report, in: { try course(report.course) }) else { throw LearningError.conflict }
            // The reason for holding the line may have changed.
            let isKnown = try member(report.learner) != nil
            let reason: HeldLine.Reason? = isKnown ? isFuture(report) ? .future : nil : .unknownLearner
            return reason == held.reason ? .held(held.reason) : nil
        }
    }

    /// Whether a report repeats an entry. xAPI statements are compared by digest. A line of a CSV file is compared by the
    /// member and the course that its names mean now.
    private func repeats(_ known: Recorder.Known, _ report: ImportedReport) throws -> Bool {
        if let answer = known.matches(report.digest, at: report.effectiveAt) { return answer }
        guard let member = try member(report.learner), let course = try course(report.course) else {
            throw LearningError.namesChanged
        }
        return try known.matches(report.report(in: course), of: member)
    }

    private func step(for statement: ImportedStatement) throws -> Step {
        if let outcome = try known(statement) { return .nothing(outcome) }
        switch statement {
        case .void(let id, let target, let digest):
            guard try recorder.entry(id) == nil, try held(id) == nil else { throw LearningError.conflict }
            return .void(target: target, id: id, digest: digest)
        case .report(let report):
            // A line that waits keeps the course that it named when it arrived.
            guard let course = try held(report.id)?.course ?? course(report.course) else { throw CourseError.unknown }
            let wanted = try report.report(in: course)
            guard let member = try member(report.learner) else { return .hold(report, course, .unknownLearner) }
            if isFuture(report) { return .hold(report, course, .future) }
            return .record(try recorder.plan(wanted, of: member), omitted: report.omitted)
        }
    }

    private func perform(_ step: Step) throws -> ImportOutcome {
        switch step {
        case .nothing(let outcome): return outcome
        case .void(let target, let id, let digest): return try void(target, by: id, digest)
        case .hold(let report, let course, let reason): return try hold(report, in: course, for: reason)
        case .record(let plan, let omitted):
            let outcome = try recorder.write(plan)
            if hasHeld { try work.run("DELETE FROM courses_held WHERE external_id = \(plan.report.id)") }
            return outcome == .recorded ? ImportOutcome(verdict: .accepted, reason: omitted) : .repeated
        }
    }

    // MARK: - Voiding

    /// Stores the void, and voids the entry. An entry that arrives later does not count.
    private func void(_ target: String, by id: String, _ digest: [UInt8]) throws -> ImportOutcome {
        let isFirst = try !isVoided(target)
        try work.run("INSERT INTO courses_void VALUES (\(id), \(target), \(digest))")
        hasVoids = true
        guard isFirst else { return .repeated }
        try work.run("DELETE FROM courses_held WHERE external_id = \(target)")
        if let known = try recorder.entry(target), known.standing != .voided { try recorder.void(target) }
        return .accepted
    }

    /// The voiding statement with an id.
    private func void(_ id: String) throws -> (target: String, digest: [UInt8]?)? {
        guard hasVoids else { return nil }
        return try work.first(
            "SELECT target, digest FROM courses_void WHERE id = \(id)", as: String.self, [UInt8]?.self)
    }

    private func isVoided(_ id: String) throws -> Bool {
        try hasVoids && work.first("SELECT 1 FROM courses_void WHERE target = \(id) LIMIT 1", as: Int.self) != nil
    }

    // MARK: - Holding

    /// What happened cannot be in the future (xAPI: Data, 2.4.7), except for small differences between clocks.
    private func isFuture(_ report: ImportedReport) -> Bool { report.effectiveAt.map { $0 > latestDate } ?? false }

    private func hold(
        _ report: ImportedReport, in course: CourseID, for reason: HeldLine.Reason
    ) throws -> ImportOutcome {
        try work.run(
            """
            INSERT INTO courses_held (external_id, learner, course_id, kind, minutes, percent, effective_at, day,
                received_at, may_enrol, digest, reason, registration)
            VALUES (\(report.id), \(report.learner.identity), \(course), \(report.learning.kind),
                \(report.learning.minutes), \(report.learning.percent), \(report.effectiveAt), \(report.day),
                \(work.now), \(report.mayEnrol), \(report.digest), \(reason), \(report.registration))
            ON CONFLICT (external_id) DO UPDATE SET reason = excluded.reason
            """)
        hasHeld = true
        return .held(reason)
    }

    private func held(_ id: String) throws -> HeldLine? {
        guard hasHeld else { return nil }
        return try work.first(
            "SELECT \(HeldLine.columns) FROM courses_held WHERE external_id = \(id)", make: HeldLine.init)
    }

    // MARK: - Looking up

    /// The member who has this address, or else the member to whom an administrator mapped this name.
    func member(_ learner: Learner) throws -> MemberID? {
        if let address = learner.address, let member = try work.member(address: address) { return member.id }
        guard hasMappings else { return nil }
        return try work.first(
            "SELECT member_id FROM courses_learner WHERE learner = \(learner.identity)", as: MemberID.self)
    }

    private func course(_ name: String) throws -> CourseID? {
        // Ids and links are ASCII. Swift's `==` can equate other text with ASCII, such as U+212A with K.
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        if let known = courses[name] { return known }
        let found = try work.first(
            "SELECT id FROM courses_course WHERE id = \(name) OR link = \(name) ORDER BY id <> \(name), id LIMIT 1",
            as: CourseID.self)
        if let found { courses[name] = found }
        return found
    }
}
