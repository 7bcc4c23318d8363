/// The transport did not take some mail of a batch. The mail is tried again. Observers see this error. It names no recipient.
public struct MailDelay: Error, Equatable, CustomStringConvertible {
    /// How many messages of the batch the transport did not take.
    public let messages: Int
    /// The cause of the first message's delay: the reason of a ``MailDeferral``, or the type of another error.
    public let cause: String

    public var description: String {
        "the transport did not take mail (messages: \(messages), cause: \(cause)); each message is tried again until it is "
            + "five days old; check the transport"
    }
}
