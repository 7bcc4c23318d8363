public import Atrium

/// The mail of an organization: a durable outbox, emptied by a transport.
///
/// Publishes ``MailDropped`` for each message that is withdrawn, and ``MailChoiceChanged``.
public struct Mail: Module {
    public static let id: ModuleID = "mail"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.viewMail, .chooseMail, .optOut]
    public static let schema = MailSchema.all

    static let delivery: StaticString = "deliver"

    /// Who the mail comes from, for example `no-reply@training.example`; its domain ends the Message-IDs.
    public var sender: EmailAddress
    /// What takes the messages.
    public var transport: any MailTransport
    /// The link that opts out of a kind of mail, for a token: the integrator's page, which shows ``MailService/look(at:as:)``
    /// to who opens it, and calls ``MailService/optOut(token:as:)`` when it is posted to. It stands in the header as RFC 8058
    /// says; mail programs offer it where the sending server signs it (DKIM). Without a link, members choose only where the
    /// integrator lets them.
    public var optOutLink: (@Sendable (_ token: String) -> String)?
    /// Small in tests, where a transport hangs.
    package var timeLimit = Duration.seconds(120)

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
        // The outbox wakes it with each message, and a batch with the next one.
        try tenant.every(.seconds(600), Self.delivery) { try await service.deliverBatch() }
        return service
    }

    private static func standsInHeader(_ link: String) -> Bool {
        link.hasPrefix("https://") && link.utf8.count <= 900
            && link.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\",".utf8.contains($0) }
    }
}

extension Permission {
    /// See what mail waits and what was sent, without its text.
    public static let viewMail = Permission("mail.view mail", grantedTo: .administrator)
    /// See and choose which kinds of mail one gets.
    public static let chooseMail = Permission("mail.choose mail", grantedTo: .oneself)
    /// Opt out by a link in a mail: whoever holds its token.
    public static let optOut = Permission("mail.opt out", grantedTo: .anyone)
}
