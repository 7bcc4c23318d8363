internal import Atrium
internal import AtriumSurfaces

/// The messages that were sent.
struct MessagesTable: Table {
    typealias Provider = TeamPages
    static let name: SurfaceName = "messages"
    static let title: Words = "Messages"
    static let help: Words = "What was sent to members and teams. A message leads to the people who got it."
    static let needs = Need<Self>(.sendMessages, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.administration, after: TeamsTable.self)]
    static let form = Form<Self>(Self.init)
    static func id(of row: SentMessage) -> ID<SentMessage> { row.id }
    static let columns: [Column<SentMessage>] = [
        Column("subject", "Subject", \.message.subject, link: { RecipientsTable(message: $0.id) }),
        Column(
            name: "audience", label: "\(context: "audience")To", kind: .list, cell: { .list($0.message.audience.cells) }
        ),
        Column("sent", "Sent", \.sentAt),
        Column("recipients", "People", \.recipientCount),
        Column("missed", "Not reached", \.missedCount),
        Column(
            "state", "State", \.isComplete, StateValue("\(context: "message")sent", .good),
            else: StateValue("on its way", .neutral)),
    ]

    func page(_ request: PageRequest, in service: TeamPageService, for caller: Caller) async throws -> Page<SentMessage>
    {
        let page = try await service.messages(
            from: request.cursor.map { try .init($0) }, limit: request.limit, as: caller.principal)
        return Page(page.messages, next: page.next?.description)
    }
}

/// Who got a message.
struct RecipientsTable: Table {
    let message: ID<SentMessage>

    typealias Provider = TeamPages
    static let name: SurfaceName = "recipients"
    static let title: Words = "Recipients"
    static let help: Words = "To whom the message was sent, and who was not reached."
    static let needs = Need<Self>(.sendMessages, in: .anyTeam)
    static let form = Form(Self.init, Field("message", \.message, .id("message"), "Message"))
    static func id(of row: MessageRecipient) -> MemberID { row.member }
    static let columns: [Column<MessageRecipient>] = [
        Column("name", "Name", { MemberValue($0.member, name: $0.name) }),
        Column(
            "state", "State", \.isMissed, StateValue("\(context: "recipient")not reached", .warning),
            else: StateValue("\(context: "recipient")reached", .good)),
    ]

    func page(
        _ request: PageRequest, in service: TeamPageService, for caller: Caller
    ) async throws -> Page<MessageRecipient> {
        let page = try await service.recipients(
            of: message, from: request.cursor.map { try .init($0) }, limit: request.limit, as: caller.principal)
        return Page(page.recipients, next: page.next?.description)
    }
}

extension MessageAudience {
    fileprivate var cells: [Cell] {
        switch self {
        case .organization: [.words("everybody")]
        case .teams(let ids): ids.sorted().map(Cell.team)
        case .members(let ids): [.words("\(ids.count, "person", "people")")]
        }
    }
}
