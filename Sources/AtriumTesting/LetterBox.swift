public import Atrium

/// Keeps the letters about accounts, as people's mailboxes would.
public final class LetterBox: Sendable {
    private let received = Locked<[AccountLetter]>([])

    /// Makes an empty letter box.
    public init() {}

    /// Keeps a letter. Call it from `PlatformConfiguration.accountMail`.
    public func take(_ letter: AccountLetter) { received.withLock { $0.append(letter) } }

    /// All letters, the oldest first.
    public var letters: [AccountLetter] { received.withLock { $0 } }

    /// The secret in the newest letter to an address that contains one; `nil` if there is none.
    public func secret(to address: EmailAddress) -> Secret? {
        for letter in letters.reversed() where letter.recipient == address {
            if case .confirmation(let secret, _) = letter.content { return secret }
        }
        return nil
    }
}
