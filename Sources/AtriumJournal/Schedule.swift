package import AtriumStorage

package import struct Foundation.Date

/// The recurring work of a file's modules, and when each piece is due.
package struct Schedule {
    /// A piece of recurring work, as its module registered it.
    package struct Work: Hashable, Sendable {
        package let module: String
        package let name: String
        /// In seconds.
        package let interval: Double

        package init(module: String, name: String, interval: Double) {
            (self.module, self.name, self.interval) = (module, name, interval)
        }

        package func isNamed(_ name: (module: String, name: String)) -> Bool { (module, self.name) == name }
    }

    /// How often work may recur: from once a second, which is how often a running platform looks, to once in ten years.
    package static let intervals: ClosedRange<Duration> = .seconds(1) ... .seconds(3650 * 86_400)

    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// The statements after which all work of `modules`, which are present, is there, and no other: new work is due after its
    /// interval, and what a crash interrupted now.
    package func changes(for works: [Work], of modules: Set<String>, at now: Date) throws -> [SQL] {
        let rows = try executor.rows(
            "SELECT module, name, is_running FROM kernel_schedule", as: String.self, String.self, Bool.self)
        let former = rows.compactMap { module, name, _ -> SQL? in
            if !modules.contains(module) || works.contains(where: { $0.module == module && $0.name == name }) {
                return nil
            }
            return "DELETE FROM kernel_schedule WHERE module = \(module) AND name = \(name)"
        }
        return try former
            + works.compactMap { work in
                guard let row = rows.first(where: { $0.0 == work.module && $0.1 == work.name }) else {
                    return """
                        INSERT INTO kernel_schedule (module, name, due_at)
                        VALUES (\(work.module), \(work.name), \(now.addingTimeInterval(work.interval)))
                        """
                }
                return row.2
                    ? "UPDATE kernel_schedule SET due_at = \(now), is_running = 0 WHERE \(Self.isOf(work))" : nil
            } + corrections(for: works, at: now)
    }

    /// Brings back into reach what a clock that was once ahead put off; nothing is written where the clock was right.
    package static func correct(_ file: DatabaseFile, for works: [Work], at now: Date) async throws {
        let corrections = try await file.read { try Schedule($0.kernel).corrections(for: works, at: now) }
        if corrections.isEmpty { return }
        try await file.write { connection in for correction in corrections { try connection.kernel.run(correction) } }
    }

    /// The statements after which no work waits longer than its interval, and nothing that failed longer than the longest backoff.
    private func corrections(for works: [Work], at now: Date) throws -> [SQL] {
        let waiting = try executor.rows(
            """
            SELECT module, name, due_at, error IS NOT NULL AND NOT is_running FROM kernel_schedule WHERE NOT is_parked
            """, as: String.self, String.self, Date.self, Bool.self)
        let corrections = waiting.compactMap { module, name, due, hasFailed -> SQL? in
            guard let work = works.first(where: { $0.isNamed((module, name)) }) else { return nil }
            let last = now.addingTimeInterval(hasFailed ? Backoff.longest : work.interval)
            return due > last
                ? "UPDATE kernel_schedule SET due_at = min(due_at, \(last)) WHERE \(Self.isOf(work))" : nil
        }
        return try corrections + Retries(executor).corrections(at: now)
    }

    /// The pieces that are due, the longest due first.
    package func due(at now: Date) throws -> [(module: String, name: String)] {
        try executor.rows(
            "SELECT module, name FROM kernel_schedule WHERE due_at <= \(now) AND NOT is_parked ORDER BY due_at",
            as: String.self, String.self
        ).map { (module: $0.0, name: $0.1) }
    }

    /// Brings work forward, unless it failed and waits for its next attempt; `false` if there is none of that name.
    package func wake(module: String, _ name: String, at moment: Date) throws -> Bool {
        try executor.run(
            """
            UPDATE kernel_schedule SET due_at = iif(error IS NULL OR is_running, min(due_at, \(moment)), due_at)
            WHERE module = \(module) AND name = \(name)
            """) == 1
    }

    /// The next time stands before the work runs, so that a wake meanwhile counts; a crash meanwhile leaves it marked.
    package func begin(_ work: Work, at now: Date) throws {
        try executor.run(
            """
            UPDATE kernel_schedule SET is_running = 1, due_at = \(now.addingTimeInterval(work.interval))
            WHERE \(Self.isOf(work))
            """)
    }

    /// How a piece of work ended.
    package enum Outcome: Sendable {
        case done
        /// Whoever ran it was cancelled.
        case interrupted
        case failed(String)
    }

    /// Notes how the work ended: what was interrupted is due again now; with an error it is due by ``Backoff``, and parked
    /// in the end.
    package func end(_ work: Work, _ outcome: Outcome, at now: Date) throws {
        switch outcome {
        case .done:
            try executor.run(
                "UPDATE kernel_schedule SET is_running = 0, attempts = 0, error = NULL WHERE \(Self.isOf(work))")
        case .interrupted:
            try executor.run("UPDATE kernel_schedule SET is_running = 0, due_at = \(now) WHERE \(Self.isOf(work))")
        case .failed(let error): try fail(work, error, at: now)
        }
    }

    private func fail(_ work: Work, _ error: String, at now: Date) throws {
        let attempts =
            try executor.one("SELECT attempts FROM kernel_schedule WHERE \(Self.isOf(work))", as: Int.self) + 1
        try executor.run(
            """
            UPDATE kernel_schedule SET is_running = 0, attempts = \(attempts), error = \(error),
                is_parked = \(attempts >= Backoff.limit), due_at = \(now.addingTimeInterval(Backoff.delay(after: attempts)))
            WHERE \(Self.isOf(work))
            """)
    }

    private static func isOf(_ work: Work) -> SQL { "module = \(work.module) AND name = \(work.name)" }
}
