public import struct Foundation.Date

/// Recurring work, or the handling of an event, that failed and is tried again or parked.
public struct FailedJob: Sendable, Equatable {
    public let module: String
    /// The name of the recurring work, or the event's type.
    public let name: String
    /// The event's number in the log; `nil` for recurring work.
    public let event: Int?
    /// How often it failed in a row.
    public let attempts: Int
    /// What the last failure said, 500 characters at most.
    public let error: String
    /// When it is tried again; `nil` for a job that is parked until it is restarted.
    public let nextAttempt: Date?

    package init(
        module: String, name: String, event: Int? = nil, attempts: Int = 1, error: String = "", nextAttempt: Date? = nil
    ) {
        (self.module, self.name, self.event) = (module, name, event)
        (self.attempts, self.error, self.nextAttempt) = (attempts, error, nextAttempt)
    }
}
