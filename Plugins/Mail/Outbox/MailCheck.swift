public import Atrium

/// Why a message was withdrawn.
public enum WithdrawalReason: String, Sendable, ColumnValue, CaseIterable, Codable {
    /// The member to whom it goes was removed, or left.
    case removed
    /// The member to whom it goes is deactivated.
    case deactivated
    /// The account of the member has no address.
    case noAddress = "no address"
    /// The member has opted out of its kind.
    case optedOut = "opted out"
    /// It is about something that is done, declined, withdrawn, revoked or past.
    case outdated
    /// A newer message says the same.
    case replaced
    /// The recipient may no longer see what it tells, or its author may no longer say it.
    case notAllowed = "not allowed"
}

/// A message was withdrawn before the transport took it.
public struct MailWithdrawn: Event, Codable {
    /// The key under which it was put into the outbox.
    public let key: String
    /// Why it was withdrawn.
    public let cause: WithdrawalReason
}

/// The decision of a module about a message that it wrote. It is asked each time before the message is handed to the transport.
/// A module contributes it to `ExtensionPoint.mailChecks`.
///
/// It is asked in the snapshot in which the message is read, just before the hand-over. A message that the transport has cannot
/// be called back: a member who leaves at that moment still gets it.
public struct MailCheck: Sendable {
    /// What happens to a message.
    public enum Answer: Sendable {
        /// It is sent as it was written.
        case asWritten
        /// It is sent with the text of this message. Recipient, author and kind stay as they were.
        case rewritten(MailMessage)
        /// It is withdrawn for this reason.
        case withdraw(WithdrawalReason)
    }

    let prefix: String
    let answer: @Sendable (_ which: [String], _ work: UnitOfWork) throws -> Answer

    /// Makes a check for the messages whose keys begin with `<module>:<what>:`. The closure gets the rest of the key,
    /// split at its colons, in a unit that reads.
    public init(
        _ prefix: StaticString, answer: @escaping @Sendable (_ which: [String], _ work: UnitOfWork) throws -> Answer
    ) { (self.prefix, self.answer) = (prefix.description, answer) }

    /// The answer about a message; `nil` if its key begins in another way.
    func answer(to key: String, in work: UnitOfWork) throws -> Answer? {
        guard key.hasPrefix(prefix) else { return nil }
        let rest = key.dropFirst(prefix.count).split(separator: ":", omittingEmptySubsequences: false)
        return try answer(rest.map(String.init), work)
    }
}

extension ExtensionPoint where Value == MailCheck {
    /// The checks of all modules. The first one whose prefix fits the key of a message decides.
    public static var mailChecks: ExtensionPoint<MailCheck> { ExtensionPoint("mail.checks") }
}
