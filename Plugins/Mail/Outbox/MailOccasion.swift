public import Atrium

/// What the messages of a module are about, in words, for those who look at the outbox. A module contributes it to
/// `ExtensionPoint.mailOccasions`.
public struct MailOccasion: Sendable {
    let prefix: String
    let words: Words

    /// Names the messages whose keys begin with this text, such as `invitations:`.
    public init(_ prefix: StaticString, _ words: Words) { (self.prefix, self.words) = (prefix.description, words) }
}

extension ExtensionPoint where Value == MailOccasion {
    /// The occasions of all modules. The first one whose prefix fits the key of a message names it.
    public static var mailOccasions: ExtensionPoint<MailOccasion> { ExtensionPoint("mail.occasions") }
}
