package import AtriumStorage
internal import AtriumSystem

package import struct Foundation.Date

/// One run of recurring work: a commit that begins it, its body, and a commit that records how it ended (``Jobs``).
package struct RecurringRun: Sendable {
    /// Runs a body in a unit of the kernel, at the unit's time.
    package typealias Note = @Sendable (@escaping @Sendable (CachingExecutor, Date) throws -> Void) async throws -> Void

    private let work: RecurringWork
    private let timeout: Duration
    private let note: Note

    package init(of work: RecurringWork, within timeout: Duration, note: @escaping Note) {
        (self.work, self.timeout, self.note) = (work, timeout, note)
    }

    /// Runs the body. An error of the body is reported and recorded, unless it is an interruption: the task was cancelled, or
    /// `isInterruption` says so.
    package func perform(
        _ body: @escaping @Sendable () async throws -> Void, isInterruption: (any Error) -> Bool,
        report: (any Error) -> Void
    ) async throws {
        var outcome = Jobs.Outcome.done
        do {
            try await withDeadline(timeout) { [self] in
                try await note { [work] in try Jobs($0).begin(work, at: $1) }
                try await body()
            }
        } catch  where Task.isCancelled || isInterruption(error) {
            outcome = .interrupted
        } catch {
            report(error)
            outcome = .failed(String("\(error)".prefix(500)))
        }
        // In a separate task, so that the end of the work is recorded even if the caller is cancelled.
        try await Task { [outcome] in
            try await note { [work] in try Jobs($0).end(work, outcome, at: $1) }
        }.value
    }
}
