/// Mail that the transport did not take and that is tried again: what an observer sees. It names no recipient.
public struct MailDelay: Error, Equatable, CustomStringConvertible {
    /// How many messages of one batch.
    public let messages: Int
    /// The kind of the first error.
    public let cause: String

    public var description: String {
        "the transport did not take mail (messages: \(messages), error: \(cause)); each message is tried again until it is "
            + "five days old; look at the transport"
    }
}
