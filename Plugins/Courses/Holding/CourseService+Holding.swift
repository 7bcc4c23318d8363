public import Atrium

public import struct Foundation.Date

/// A person in imported lines who is not known as a member.
public struct HeldLearner: Sendable, Equatable, PagedList {
    public static let listName: StaticString = "courses.held learners"
    /// The position of the first of the lines: a cursor holds no names.
    public typealias Position = Int

    /// `mailto:<address>` or another identifier, as the source gives it. Personal data.
    public let name: String
    /// How many lines wait for somebody to say who it is.
    public let lines: Int
    /// When the first of them arrived.
    public let since: Date
    /// The start of a page that continues after this person.
    public let cursor: PageCursor<HeldLearner>
}

/// The holding list: imported lines about unknown people. An import never creates people. A name has up to 1,000 bytes; a
/// longer one throws ``LearningError/invalidLearner``.
extension CourseService {
    /// A page of up to `limit` held people, 1 to 100, after the one with a cursor. People who have waited longest come first.
    public func heldLearners(
        after cursor: HeldLearner.Cursor? = nil, limit: Int = 100, as principal: Principal
    ) async throws -> [HeldLearner] {
        try await store.read(as: principal, .importLearning) { work in
            try work.rows(
                """
                SELECT h.learner,
                    (SELECT count(*) FROM courses_held l WHERE l.learner = h.learner AND l.reason = h.reason),
                    (SELECT min(received_at) FROM courses_held l WHERE l.learner = h.learner AND l.reason = h.reason),
                    h.position
                FROM courses_held h
                WHERE h.position > \(cursor?.position ?? .min) AND h.reason = 'unknownLearner' AND NOT EXISTS (
                    SELECT 1 FROM courses_held l
                    WHERE l.learner = h.learner AND l.reason = h.reason AND l.position < h.position)
                ORDER BY h.position LIMIT \(min(max(limit, 1), 100))
                """
            ) { row in
                HeldLearner(
                    name: try row[0], lines: try row[1], since: try row[2], cursor: PageCursor(after: try row[3]))
            }
        }
    }

    /// Says which member a held name means from now on, and records the lines that waited for it, all in one commit. A name
    /// that is the address of a member continues to mean that member.
    ///
    /// Lines that the record refuses now leave the list with a remark. Their line numbers are their positions among the lines
    /// of this name. Throws ``LearningError/nobodyHeld`` if no line waits.
    public func resolve(
        _ learner: String, to member: MemberID, as principal: Principal
    ) async throws -> ImportReport {
        try await store.write(as: principal, .importLearning) { work in
            try Self.check(learner)
            guard try work.member(member) != nil else { throw MemberError.unknown }
            guard try work.first("SELECT 1 FROM courses_held WHERE learner = \(learner) LIMIT 1", as: Int.self) != nil
            else {
                throw LearningError.nobodyHeld
            }
            let importer = try importer(in: work)
            var report = ImportReport()
            try map(learner, to: member, in: work, importer, &report)
            try importer.publish()
            try work.setSubject("member", member)
            return report
        }
    }

    /// Maps many names to members from now on, and records the lines that waited for them. Each commit holds a hundred names. A
    /// pair that names nobody, or whose name is too long, is refused by itself. In the audit, a commit is about a member if all
    /// its names mean this member.
    public func resolve(_ pairs: [LearnerMapping], as principal: Principal) async throws -> BulkResult<MappingReport> {
        var rest = pairs[...]
        return try await BulkResult.steps(MappingReport()) { done in
            let (page, before) = (rest.prefix(100), done)
            done = try await store.write(as: principal, .importLearning) { work in
                var report = before
                let importer = try importer(in: work)
                var members: Set<MemberID> = []
                for (position, pair) in zip(page.indices, page) {
                    let member: MemberID
                    do {
                        try Self.check(pair.learner)
                        member = try pair.target.find(in: work)
                    } catch let error as any ExplainedError where error is LearningError || error is MemberError {
                        report.refused.append(MappingReport.Refusal(position: position, reason: error.words))
                        continue
                    }
                    try map(pair.learner, to: member, in: work, importer, &report.lines)
                    report.mapped += 1
                    members.insert(member)
                }
                // The audit has one subject per unit.
                if members.count == 1, let member = members.first { try work.setSubject("member", member) }
                try importer.publish()
                return report
            }
            rest = rest.dropFirst(page.count)
            return rest.isEmpty
        }
    }

    private func map(
        _ learner: String, to member: MemberID, in work: UnitOfWork, _ importer: Importer, _ report: inout ImportReport
    ) throws {
        try work.run(
            """
            INSERT INTO courses_learner VALUES (\(learner), \(member))
            ON CONFLICT (learner) DO UPDATE SET member_id = excluded.member_id
            """)
        importer.hasMappings = true
        try process(takeHeld(learner, in: work), importer, &report)
    }

    /// Settles lines that were taken from the list. Their line numbers are their positions in `held`, from 1.
    @discardableResult
    func process(
        _ held: [HeldLine], _ importer: Importer, _ report: inout ImportReport
    ) throws -> [ImportOutcome] {
        var outcomes: [ImportOutcome] = []
        for (position, line) in held.enumerated() {
            let line = ImportLine(
                number: position + 1, id: line.report.id, content: .statement(.report(try line.resolved)))
            outcomes.append(try importer.process(line))
            report.note(outcomes[position], of: line)
        }
        return outcomes
    }

    /// Forgets which member a name means. What was recorded stays. Returns whether the name was mapped.
    @discardableResult
    public func removeMapping(of learner: String, as principal: Principal) async throws -> Bool {
        try await store.write(as: principal, .importLearning) { work in
            try Self.check(learner)
            return try work.run("DELETE FROM courses_learner WHERE learner = \(learner)") == 1
        }
    }

    /// Deletes the lines that wait for a name. Returns how many lines there were.
    public func discardHeldLines(of learner: String, as principal: Principal) async throws -> Int {
        try await store.write(as: principal, .importLearning) { work in
            try Self.check(learner)
            return try work.run("DELETE FROM courses_held WHERE learner = \(learner)")
        }
    }

    private static func check(_ learner: String) throws {
        guard learner.utf8.count <= Learner.limit else { throw LearningError.invalidLearner }
    }

    private func takeHeld(_ learner: String, in work: UnitOfWork) throws -> [HeldLine] {
        let held = try work.rows(
            "SELECT \(HeldLine.columns) FROM courses_held WHERE learner = \(learner) ORDER BY position",
            make: HeldLine.init)
        try work.run("DELETE FROM courses_held WHERE learner = \(learner)")
        return held
    }
}
