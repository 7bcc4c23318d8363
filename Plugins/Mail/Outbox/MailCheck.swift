public import Atrium

/// Why a message was withdrawn.
public enum MailDrop: String, Sendable, ColumnValue, CaseIterable, Codable {
    /// The member to whom it was to go was removed, or left.
    case removed
    case deactivated
    /// The account of the member has no address.
    case noAddress = "no address"
    /// The member gets no mail of its kind.
    case optedOut = "opted out"
    /// What it tells of is done, declined, withdrawn, revoked or past.
    case outdated
    /// A newer message says the same.
    case replaced
    /// The recipient may not see any more what it tells, or who wrote it may not say it any more.
    case notAllowed = "not allowed"
}

/// A message was withdrawn before the transport had it.
public struct MailDropped: Event, Codable {
    /// The reason for which it had been written.
    public let reason: String
    public let cause: MailDrop
}

/// What the module that wrote a message says of it each time that it is about to be handed to the transport. A module
/// contributes it to `ExtensionPoint.mailChecks`.
///
/// It is asked in the snapshot in which the message is read, right before the hand-over. What is in the transport's hands
/// cannot be called back: somebody who leaves in that moment still gets it.
public struct MailCheck: Sendable {
    public enum Answer: Sendable {
        case asWritten
        /// It is sent with this text; recipient, author and kind stay as they were.
        case rewritten(MailMessage)
        case drop(MailDrop)
    }

    let prefix: String
    let answer: @Sendable (_ which: [String], _ work: UnitOfWork) throws -> Answer

    /// For the messages whose reasons begin with `<module>:<what>:`. The closure gets the rest of the reason, cut at its
    /// colons, in a unit that reads.
    public init(
        _ prefix: StaticString, answer: @escaping @Sendable (_ which: [String], _ work: UnitOfWork) throws -> Answer
    ) { (self.prefix, self.answer) = (prefix.description, answer) }

    /// `nil` for a message of another module.
    func answer(to reason: String, in work: UnitOfWork) throws -> Answer? {
        guard reason.hasPrefix(prefix) else { return nil }
        let rest = reason.dropFirst(prefix.count).split(separator: ":", omittingEmptySubsequences: false)
        return try answer(rest.map(String.init), work)
    }
}

extension ExtensionPoint where Value == MailCheck {
    public static var mailChecks: ExtensionPoint<MailCheck> { ExtensionPoint("mail.checks") }
}
