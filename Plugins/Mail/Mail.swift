public import Atrium

/// The mail of an organization: a durable outbox, emptied by a transport.
public struct Mail: Module {
    public static let id: ModuleID = "mail"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.viewMail]
    public static let schema = MailSchema.all

    static let delivery: StaticString = "deliver"

    /// Who the mail comes from, for example `no-reply@training.example`; its domain ends the Message-IDs.
    public var sender: EmailAddress
    /// What takes the messages.
    public var transport: any MailTransport
    /// Small in tests, where a transport hangs.
    package var timeLimit = Duration.seconds(120)

    public init(sender: EmailAddress, transport: any MailTransport) {
        self.sender = sender
        self.transport = transport
    }

    public func start(in tenant: TenantContext) throws -> MailService {
        let service = MailService(
            store: tenant.store,
            delivery: Delivery(
                store: tenant.store, system: tenant.system("deliver mail"),
                transport: transport, timeLimit: timeLimit), sender: sender)
        // The outbox wakes it with each message, and a batch with the next one.
        try tenant.every(.seconds(600), Self.delivery) { try await service.deliverBatch() }
        return service
    }
}

extension Permission {
    /// See what mail waits and what was sent, without its text.
    public static let viewMail = Permission("mail.view mail", grantedTo: .administrator)
}
