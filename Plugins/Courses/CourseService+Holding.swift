public import Atrium

public import struct Foundation.Date

/// Somebody whom imported lines name and nobody here is known as.
public struct HeldLearner: Sendable, Equatable {
    /// `mailto:<address>` or another identifier, as the source gives it. Personal data.
    public let name: String
    /// How many lines wait.
    public let lines: Int
    /// When the first of them came.
    public let since: Date
}

/// The holding list: imported lines of unknown people, who are never created by an import.
extension CourseService {
    /// A page of held people by name: up to 100 behind the name `cursor`.
    public func heldLearners(after cursor: String = "", as principal: Principal) async throws -> [HeldLearner] {
        try await store.read(as: principal, .importLearning) { work in
            try work.rows(
                """
                SELECT learner, count(*), min(received_at) FROM courses_held WHERE learner > \(cursor)
                GROUP BY learner ORDER BY learner LIMIT 100
                """
            ) { HeldLearner(name: try $0[0], lines: try $0[1], since: try $0[2]) }
        }
    }

    /// Says which member a name means, from now on, and records what waited for it: all of it in one commit.
    ///
    /// Lines that the record refuses now leave the list with a remark; their line numbers are their places in it.
    public func resolve(
        _ learner: String, to member: MemberID, as principal: Principal
    ) async throws -> ImportReport {
        try await store.write(as: principal, .importLearning) { work in
            guard try work.member(member) != nil else { throw MemberError.unknown }
            try work.run(
                """
                INSERT INTO courses_learner VALUES (\(learner), \(member))
                ON CONFLICT (learner) DO UPDATE SET member_id = excluded.member_id
                """)
            let held = try takeHeld(learner, in: work)
            let importer = try Importer(work)
            var report = ImportReport()
            for (position, content) in held.enumerated() {
                let line = ImportLine(number: position + 1, content: .report(content))
                report.note(try importer.settle(line), of: line.number)
            }
            try importer.publish()
            work.about("member", member)
            return report
        }
    }

    /// Drops what waits for a name, and returns how many lines that were.
    public func discard(_ learner: String, as principal: Principal) async throws -> Int {
        try await store.write(as: principal, .importLearning) { try takeHeld(learner, in: $0).count }
    }

    private func takeHeld(_ learner: String, in work: UnitOfWork) throws -> [ImportedReport] {
        let held = try work.rows(
            """
            SELECT external_id, learner, course_id, kind, minutes, percent, effective_at, received_at, enrols, digest
            FROM courses_held WHERE learner = \(learner) ORDER BY position
            """
        ) { row in
            let (effectiveAt, receivedAt): (Date?, Date) = (try row[6], try row[7])
            return ImportedReport(
                id: try row[0], learner: Learner(identity: try row[1]), course: try row[2],
                learning: try Learning(try row[3], minutes: try row[4], percent: try row[5]),
                effectiveAt: effectiveAt ?? receivedAt, enrols: try row[8], digest: try row[9])
        }
        try work.run("DELETE FROM courses_held WHERE learner = \(learner)")
        return held
    }
}
