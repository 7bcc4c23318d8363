public import struct Foundation.Date

/// A failed job: recurring work that failed, or an event whose handler failed. It is tried again, or it is parked.
public struct FailedJob: Sendable, Equatable {
    /// The id of the module that registered the work or the handler.
    public let module: String
    /// The name of the recurring work, or the event's type.
    public let name: String
    /// The event's number in the log; `nil` for recurring work.
    public let event: Int?
    /// How many times in a row the job has failed.
    public let attempts: Int
    /// The text of the last error, 500 characters at most.
    public let error: String
    /// When the job is tried again; `nil` if it is parked until somebody restarts it.
    public let nextAttempt: Date?

    package init(
        module: String, name: String, event: Int? = nil, attempts: Int = 1, error: String = "", nextAttempt: Date? = nil
    ) {
        (self.module, self.name, self.event) = (module, name, event)
        (self.attempts, self.error, self.nextAttempt) = (attempts, error, nextAttempt)
    }
}
