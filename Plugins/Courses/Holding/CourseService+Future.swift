public import Atrium
public import Foundation

/// An imported line about a member, with a date in the future.
public struct FutureLine: Sendable, Equatable, PagedList {
    public static let listName: StaticString = "courses.future lines"
    public typealias Position = Int

    /// The id that its source gave it.
    public let id: String
    /// The person it is about, as the source names them. Personal data.
    public let learner: String
    /// The course that the line named when it arrived.
    public let course: CourseID
    /// What happened, according to the line.
    public let learning: Learning
    /// The date in the future.
    public let effectiveAt: Date
    /// The start of a page that continues after this line.
    public let cursor: PageCursor<FutureLine>
}

/// The lines in the holding list whose time has not come yet. If a date is more than ``Courses/futureTolerance`` ahead, it is
/// more often from a wrong clock or a wrong year than from a plan.
extension CourseService {
    /// A page of up to `limit` lines, 1 to 100, after the line with a cursor, the oldest first.
    public func futureLines(
        after cursor: FutureLine.Cursor? = nil, limit: Int = 100, as principal: Principal
    ) async throws -> [FutureLine] {
        try await store.read(as: principal, .importLearning) { work in
            try work.rows(
                """
                SELECT external_id, learner, course_id, kind, minutes, percent, effective_at, position FROM courses_held
                WHERE reason = 'future' AND position > \(cursor?.position ?? .min) ORDER BY position LIMIT \(min(max(limit, 1), 100))
                """
            ) { row in
                FutureLine(
                    id: try row[0], learner: try row[1], course: try row[2],
                    learning: try Learning(row[3], minutes: row[4], percent: row[5]), effectiveAt: try row[6],
                    cursor: PageCursor(after: try row[7]))
            }
        }
    }

    /// Records the lines whose time has come, in commits of 1,000. With a date, it also records all lines until this date; give
    /// one only if these lines are known to be right. Lines that the record refuses leave the list with a remark.
    ///
    /// Lines whose time has come are also recorded automatically once a day, and by an import of the same source.
    public func recordFutureLines(
        until date: Date? = nil, as principal: Principal
    ) async throws -> BulkResult<ImportReport> {
        var last = Int.min
        return try await BulkResult.steps(ImportReport()) { done in
            let (after, before) = (last, done)
            (last, done) = try await store.write(as: principal, .importLearning) { work in
                var report = before
                return (try recordPage(after: after, until: date, keepsRefused: false, in: work, &report), report)
            }
            return last == .max
        }
    }

    /// Records the lines whose time has come, in the module's own name. A refused line stays in the list until somebody calls
    /// ``recordFutureLines(until:as:)`` and learns the reason.
    func recordDueLines() async throws {
        var last = Int.min
        while last < .max {
            let after = last
            last = try await store.write(as: tenant.system("record lines whose time has come")) { work in
                var report = ImportReport()
                return try recordPage(after: after, until: nil, keepsRefused: true, in: work, &report)
            }
        }
    }

    /// Records a page of lines after a position. Returns the position of its last line, or the greatest number if there is
    /// none.
    private func recordPage(
        after position: Int, until date: Date?, keepsRefused: Bool, in work: UnitOfWork, _ report: inout ImportReport
    ) throws -> Int {
        let horizon = max(work.now.addingTimeInterval(futureTolerance), date ?? .distantPast)
        let due: SQL = "reason = 'future' AND position > \(position) AND effective_at <= \(horizon)"
        let held = try work.rows(
            "SELECT \(HeldLine.columns), position FROM courses_held WHERE \(due) ORDER BY position LIMIT \(pageSize)"
        ) { row in (line: try HeldLine(row), position: try row[HeldLine.columnCount] as Int) }
        guard let last = held.last?.position else { return .max }
        let importer = try Importer(work, retakes, until: horizon)
        let outcomes = try process(held.map(\.line), importer, &report)
        let settled = zip(held, outcomes).filter { _, outcome in
            outcome.verdict != .held && !(keepsRefused && outcome.verdict == .refused)
        }
        let positions = settled.map { held, _ in held.position }
        try work.run(
            "DELETE FROM courses_held WHERE position IN (SELECT value FROM json_each(\(json: positions)))")
        try importer.publish()
        return last
    }

    /// Call it after an address changed. Future lines with an address that no member has now wait until somebody says whose
    /// they are. Otherwise the next owner of the address would get them.
    func holdLinesOfNobody(in work: UnitOfWork) throws {
        let importer = try importer(in: work)
        let learners = try work.rows(
            "SELECT DISTINCT learner FROM courses_held WHERE reason = 'future'", as: String.self)
        for learner in learners where try importer.member(Learner(identity: learner)) == nil {
            try work.run(
                """
                UPDATE courses_held SET reason = \(HeldLine.Reason.unknownLearner)
                WHERE learner = \(learner) AND reason = 'future'
                """)
        }
    }

    /// Deletes one line whose date is in the future. Returns whether it was there.
    @discardableResult
    public func discardFutureLine(_ id: String, as principal: Principal) async throws -> Bool {
        try await store.write(as: principal, .importLearning) { work in
            guard id.utf8.count <= LearningReport.idLimit else { return false }
            return try work.run("DELETE FROM courses_held WHERE external_id = \(id) AND reason = 'future'") == 1
        }
    }
}
