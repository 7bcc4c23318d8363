/// Work took longer than its limit.
public struct DeadlineError: Error, Equatable, CustomStringConvertible {
    let limit: Duration

    public var description: String { "the work took longer than \(limit); do less at a time, or raise workTimeout" }
}

/// Runs work for a limited time. Work that takes longer is cancelled, and is no longer waited for.
package func withDeadline(_ limit: Duration, _ body: @escaping @Sendable () async throws -> Void) async throws {
    let (ends, end) = AsyncStream<Result<Void, any Error>>.makeStream()
    let work = Task {
        do { end.yield(.success(try await body())) } catch { end.yield(.failure(error)) }
    }
    let alarm = Task {
        try await Task.sleep(for: limit)
        end.yield(.failure(DeadlineError(limit: limit)))
    }
    defer {
        work.cancel()
        alarm.cancel()
    }
    for await end in ends { return try end.get() }
    throw CancellationError()
}
