/// Takes messages and sends them out.
///
/// After a crash between a hand-over and its record, it gets the message again with the same Message-ID. A transport that can
/// recognize this takes the message once.
public protocol MailTransport: Sendable {
    /// Returns after the message is durably taken. Throws ``MailRefusal`` if it will never be taken. Any other error means that
    /// the message is tried again: after a minute, then after two, four and so on. ``MailDeferral`` also tells observers why.
    /// After five days and ten attempts the message is given up as refused. A hand-over that takes longer than two minutes is
    /// cancelled, and is also tried again.
    func send(_ mail: OutgoingMail) async throws
}

/// The transport cannot take this message at this time. It is tried again.
///
/// Observers see the reason (``MailDelay``). Of every other error they see only the type, because its text may name people.
public struct MailDeferral: Error, Equatable, CustomStringConvertible {
    /// The transport's reason and the remedy, without personal data.
    public let description: String

    /// Puts a message off. The reason must not contain personal data.
    public init(_ reason: String) { description = reason }
}

/// The transport will never take this message.
public struct MailRefusal: Error, Equatable, CustomStringConvertible {
    /// The transport's reason, without personal data.
    public let description: String

    /// Refuses a message for good. The reason must not contain personal data.
    public init(_ reason: String) { description = reason }
}
