public import Atrium

public import struct Foundation.Date

/// What somebody asks for who wants to sign in.
public struct LinkRequest: Sendable {
    /// The address to which the link is mailed, if an account has it.
    public var address: EmailAddress
    /// A secret of the browser, such as its cookie. The link signs in without further questions only in this browser.
    public var browser: String
    /// Where to go after signing in. It comes back unchanged.
    public var destination: String
    /// The language of the letter, as a tag of BCP 47.
    public var language: String
    /// Whose attempts are counted, such as the address in the network.
    public var source: String

    /// A request.
    public init(
        address: EmailAddress, browser: String, destination: String = "", language: String = "en", source: String
    ) {
        (self.address, self.browser, self.destination) = (address, browser, destination)
        (self.language, self.source) = (language, source)
    }
}

/// A letter with a link. The integrator writes the text and mails it. A printed letter shows nothing of its content.
public struct SignInLetter: Sendable, Redacted {
    /// The address to which the letter goes.
    public let recipient: EmailAddress
    /// The account that has the address.
    public let account: AccountID
    /// What opens the session: ``SessionService/signIn(_:from:as:)``.
    public let token: Secret
    /// The language in which the person asked, as a tag of BCP 47.
    public let language: String
    /// From this moment on, the link cannot be used.
    public let expiresAt: Date
}

/// A link that can be used, before it is used.
public struct SignInLink: Sendable {
    /// Whether another browser asked for the link, so that the person has to type the address.
    public let asksAddress: Bool
    /// Where to go after signing in.
    public let destination: String
}

/// Who uses a link.
public struct SignInAttempt: Sendable {
    /// The secret of the browser, as in ``LinkRequest/browser``.
    public var browser: String
    /// What the person typed as the address; `nil` if nobody was asked.
    public var address: String?
    /// What the device says about itself, such as a user agent. Its first 200 characters are kept.
    public var device: String
    /// Whose attempts are counted, as in ``LinkRequest/source``.
    public var source: String

    /// An attempt.
    public init(browser: String, address: String? = nil, device: String = "", source: String) {
        (self.browser, self.address, self.device, self.source) = (browser, address, device, source)
    }
}
