public import Atrium

/// The mail of an organization: a durable outbox, and a transport that empties it.
///
/// It publishes ``MailWithdrawn`` for each message that is withdrawn, and ``MailChoiceChanged``.
public struct Mail: Module {
    public static let id: ModuleID = "mail"
    public static let title: Words = "Mail"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.viewMail, .chooseMail, .optOut]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = MailSchema.all
    public static let personalData = MailSchema.personalData

    static let delivery: StaticString = "deliver"

    /// The address that mail comes from, for example `no-reply@training.example`. Its domain ends the Message-IDs.
    public var sender: EmailAddress
    /// The transport that takes the messages.
    public var transport: any MailTransport
    /// Makes the link that opts out of a kind of mail, from a token. It leads to a page of the integrator. The page shows
    /// ``MailService/optOutSummary(ofToken:as:)`` when it is opened, and calls ``MailService/optOut(token:as:)`` when a form is posted to it.
    ///
    /// The link is in the mail's header, as RFC 8058 says. Mail programs offer it if the sending server signs it (DKIM).
    /// Without a link, members can choose only where the integrator offers it.
    public var optOutLink: (@Sendable (_ token: String) -> String)?
    /// How long the transport may take for one message. It is small in tests with a transport that hangs.
    package var timeLimit = Duration.seconds(120)

    /// Makes the module. Without `optOutLink`, mail has no link that opts out.
    public init(
        sender: EmailAddress, transport: any MailTransport,
        optOutLink: (@Sendable (_ token: String) -> String)? = nil
    ) {
        (self.sender, self.transport, self.optOutLink) = (sender, transport, optOutLink)
    }

    public func start(in tenant: TenantContext) throws -> MailService {
        let token = tenant.makeSecret().token(of: tenant.organization)
        if let link = optOutLink?(token), !Self.standsInHeader(link) {
            throw ConfigurationError(faults: [
                "the link that opts out of mail is not an address https://… of visible ASCII, up to 900 bytes and without "
                    + "'<', '>', '\"' and ','; correct optOutLink"
            ])
        }
        let service = MailService(
            tenant: tenant, delivery: OutboxSender(tenant: tenant, settings: self), settings: self)
        try tenant.on(MemberRemoved.self) { try service.forget($0.member, in: $1) }
        try tenant.on(MemberErased.self) { try service.forgetAuthor($0.member, in: $1) }
        // Each new message wakes this work, and a batch wakes it for the next batch.
        try tenant.every(.seconds(600), Self.delivery) { try await service.deliverBatch() }
        return service
    }

    private static func standsInHeader(_ link: String) -> Bool {
        link.hasPrefix("https://") && link.utf8.count <= 900
            && link.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\",".utf8.contains($0) }
    }
}

extension Permission {
    /// See which mail waits and which was sent, without its text.
    public static let viewMail = Permission("mail.view mail", grantedTo: .administrator)
    /// See and choose which kinds of mail the member gets.
    public static let chooseMail = Permission("mail.choose mail", grantedTo: .oneself)
    /// Opt out with the link in a mail. Everybody who has its token may do so.
    public static let optOut = Permission("mail.opt out", grantedTo: .anyone)
}
