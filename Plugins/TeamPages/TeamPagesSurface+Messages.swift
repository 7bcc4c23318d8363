internal import Atrium
internal import AtriumMarkup
internal import AtriumSurfaces

/// Sends a message to an audience, after a look at it and at the number of its readers.
protocol SendAct: PlannedAct where Provider == TeamPages, Plan == MessagePreview {
    var audience: MessageAudience { get }
    var subject: String? { get }
    var text: String? { get }
}

extension SendAct {
    static var help: Words { "Everybody gets it by mail, and answers go to your address. Markdown is allowed." }
    static var repetition: Repetition { .byRequest }

    fileprivate func message() throws -> Message {
        guard let subject else { throw InvalidFields.missing("subject") }
        guard let text else { throw InvalidFields.missing("text") }
        return Message(to: audience, subject: subject, text: text)
    }

    func plan(in service: TeamPageService, for caller: Caller) async throws -> MessagePreview {
        try await service.preview(message(), as: caller.principal)
    }

    func preview(of plan: MessagePreview) -> Preview {
        let others: Words =
            plan.optedOutCount == 0 ? "" : " \(plan.optedOutCount) more get no messages by their own choice."
        return Preview(
            plan.recipientCount, "\(plan.recipientCount, "person gets", "people get") this message.\(others)",
            lines: plan.plainText.split(separator: "\n").enumerated().map { index, line in
                ReportLine(index + 1, String(line), .neutral, "")
            })
    }

    func perform(_: MessagePreview, in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        try await service.send(message(), operation: caller.identity(), as: caller.principal)
        return Outcome("The message is on its way.", next: MessagesTable())
    }
}

/// Writes to every member.
struct SendToEverybody: SendAct {
    let subject: String?
    let text: String?

    var audience: MessageAudience { .organization }

    static let name: SurfaceName = "send-to-everybody"
    static let title: Words = "Write to everybody"
    static let needs = Need<Self>(.sendMessages)
    static let places: [Place<Self>] = [.beside(MessagesTable.self)]
    static let form = Form(
        Self.init, Field("subject", \.subject, .required(.line), "Subject"),
        Field("text", \.text, .required(.lines), "Text"))
}

/// Writes to the members of a team.
struct SendToTeam: SendAct {
    let team: TeamID
    let subject: String?
    let text: String?

    var audience: MessageAudience { .teams([team]) }

    static let name: SurfaceName = "send-to-team"
    static let title: Words = "Write to the team"
    static let needs = Need<Self>(.sendMessages) { .team($0.team) }
    static let places: [Place<Self>] = [
        .team { Self(team: $0, subject: nil, text: nil) },
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(team: $0.id, subject: nil, text: nil) : nil },
    ]
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"), Field("subject", \.subject, .required(.line), "Subject"),
        Field("text", \.text, .required(.lines), "Text"))
}

/// Writes to one member.
struct SendToMembers: SendAct {
    let member: MemberID
    let subject: String?
    let text: String?

    var audience: MessageAudience { .members([member]) }

    static let name: SurfaceName = "send-to-member"
    static let title: Words = "Write"
    static let needs = Need<Self>(.sendMessages) { .member($0.member) }
    static let places: [Place<Self>] = [
        .member { Self(member: $0, subject: nil, text: nil) },
        .row(of: MembersTable.self) {
            $0.member.state == .active ? Self(member: $0.id, subject: nil, text: nil) : nil
        },
    ]
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"),
        Field("subject", \.subject, .required(.line), "Subject"),
        Field("text", \.text, .required(.lines), "Text"))
}

/// The messages that were sent.
struct MessagesTable: Table {
    typealias Provider = TeamPages
    static let name: SurfaceName = "messages"
    static let title: Words = "Messages"
    static let needs = Need<Self>(.sendMessages, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.administration, after: TeamsTable.self)]
    static let form = Form<Self>(Self.init)
    static func id(of row: SentMessage) -> ID<SentMessage> { row.id }
    static let columns: [Column<SentMessage>] = [
        Column("subject", "Subject", \.message.subject, link: { RecipientsTable(message: $0.id) }),
        Column(name: "audience", label: "To", kind: .list, cell: { .list($0.message.audience.cells) }),
        Column("sent", "Sent", \.sentAt),
        Column("recipients", "People", \.recipientCount),
        Column("missed", "Not reached", \.missedCount),
        Column("state", "State", { $0.isComplete ? StateValue("sent", .good) : StateValue("on its way", .neutral) }),
    ]

    func page(_ request: PageRequest, in service: TeamPageService, for caller: Caller) async throws -> Page<SentMessage>
    {
        let page = try await service.messages(from: request.cursor.map { try .init($0) }, as: caller.principal)
        return Page(page.messages, next: page.next?.description)
    }
}

/// Who got a message.
struct RecipientsTable: Table {
    let message: ID<SentMessage>

    typealias Provider = TeamPages
    static let name: SurfaceName = "recipients"
    static let title: Words = "Recipients"
    static let needs = Need<Self>(.sendMessages, in: .anyTeam)
    static let form = Form(Self.init, Field("message", \.message, .id("message"), "Message"))
    static func id(of row: MessageRecipient) -> MemberID { row.member }
    static let columns: [Column<MessageRecipient>] = [
        Column("name", "Name", { MemberValue($0.member, name: $0.name) }),
        Column("state", "State", { $0.isMissed ? StateValue("not reached", .warning) : StateValue("reached", .good) }),
    ]

    func page(
        _ request: PageRequest, in service: TeamPageService, for caller: Caller
    ) async throws -> Page<MessageRecipient> {
        let page = try await service.recipients(
            of: message, from: request.cursor.map { try .init($0) }, as: caller.principal)
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
