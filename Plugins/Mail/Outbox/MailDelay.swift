/// The transport did not take some mail of a batch. The mail is tried again. Observers see this error. It names no recipient.
public struct MailDelay: Error, Equatable, CustomStringConvertible {
    /// How many messages of the batch the transport did not take.
    public let messages: Int
    /// The kind of the first error, for example the name of its type.
    public let cause: String

    public var description: String {
        "the transport did not take mail (messages: \(messages), error: \(cause)); each message is tried again until it is "
            + "five days old; check the transport"
    }
}
