/// What an act that works in several commits did: all of it, or what was done until something stopped it.
///
/// Such an act throws what keeps it from beginning. What is done later stays; repeat the act for the rest.
public struct BulkResult<Done: Sendable>: Sendable {
    public let done: Done
    /// Why the act stopped: a role that was revoked, an organization that was suspended, a task that was cancelled, a source
    /// that failed. `nil` where it came to its end. A `DatabaseError` of kind `outcomeUnknown` says that one more commit may
    /// have taken place.
    public let stop: (any Error)?

    package init(_ done: Done, stop: (any Error)? = nil) { (self.done, self.stop) = (done, stop) }

    /// Whether the act came to its end.
    public var isComplete: Bool { stop == nil }

    /// What was done if that is all; else throws why the act stopped.
    public func get() throws -> Done {
        if let stop { throw stop }
        return done
    }
}

extension BulkResult {
    /// Takes steps with a commit each until one says that it was the last. A step adds to what is done once its commit is
    /// durable. A cancelled task takes no further step.
    package static func steps(
        _ nothing: Done, _ step: (_ done: inout Done) async throws -> Bool
    ) async throws -> BulkResult {
        var done = nothing
        try Task.checkCancellation()
        var isLast = try await step(&done)
        while !isLast {
            do {
                try Task.checkCancellation()
                isLast = try await step(&done)
            } catch {
                return BulkResult(done, stop: error)
            }
        }
        return BulkResult(done)
    }
}
