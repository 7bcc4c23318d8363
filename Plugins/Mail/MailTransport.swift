/// Takes messages out of the house.
///
/// It is handed a message again after a crash between the hand-over and its record: the Message-ID is the same, and a
/// transport that can tell takes it once.
public protocol MailTransport: Sendable {
    /// Returns once the message is taken durably. Throws ``MailRefusal`` when it never will be; any other error means later.
    func send(_ mail: OutgoingMail) async throws
}

/// The transport will never take this message.
public struct MailRefusal: Error, Equatable, CustomStringConvertible {
    /// The transport's reason, without personal data.
    public let description: String

    public init(_ reason: String) { description = reason }
}
