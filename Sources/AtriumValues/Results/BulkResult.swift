/// What an act with several commits did: everything, or the part before something stopped it.
///
/// An act that cannot begin throws. After it has begun, what it has done stays done; repeat the act for the rest.
public struct BulkResult<Done: Sendable>: Sendable {
    /// What the act did in commits that are durable.
    public let done: Done
    /// Why the act stopped: a role was revoked, an organization was suspended, a task was cancelled, or a source failed. `nil`
    /// if the act finished. A `DatabaseError` of kind `outcomeUnknown` means that one more commit may have taken place.
    public let error: (any Error)?

    package init(_ done: Done, error: (any Error)? = nil) { (self.done, self.error) = (done, error) }

    /// Whether the act finished.
    public var isComplete: Bool { error == nil }

    /// Returns what was done if the act finished; throws the reason why it stopped otherwise.
    public func get() throws -> Done {
        if let error { throw error }
        return done
    }
}

extension BulkResult {
    /// Takes steps until one returns `true`: it was the last. Each step makes one commit, and adds to `done` after the commit
    /// is durable. An error of the first step is thrown; an error of a later step ends the act. A cancelled task takes no
    /// further step.
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
                return BulkResult(done, error: error)
            }
        }
        return BulkResult(done)
    }
}
