/// Takes messages out of the house.
///
/// It is handed a message again after a crash between the hand-over and its record: the Message-ID is the same, and a
/// transport that can tell takes it once.
public protocol MailTransport: Sendable {
    /// Returns once the message is taken durably. Throws ``MailRefusal`` when it never will be; any other error means later:
    /// after a minute, two, four, and so on, until after five days the message is given up as refused. One that takes longer
    /// than two minutes is cancelled and tried again later too.
    func send(_ mail: OutgoingMail) async throws
}

/// The transport will never take this message.
public struct MailRefusal: Error, Equatable, CustomStringConvertible {
    /// The transport's reason, without personal data.
    public let description: String

    public init(_ reason: String) { description = reason }
}
