internal import Atrium
public import AtriumSurfaces

extension Mail: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        OutboxTable.self, MailChoicesSheet.self, ChooseMail.self, OptOutSheet.self, OptOut.self,
    ]
}

/// The newest mail: what waits, what was sent, and what was not.
struct OutboxTable: Table {
    let state: MailState?

    /// A message as a row.
    struct Row: Sendable, Identifiable {
        let record: MailRecord
        var id: String { record.messageID }
    }

    typealias Provider = Mail
    static let name: SurfaceName = "outbox"
    static let title: Words = "Mail"
    static let help: Words =
        "The newest 1,000 messages, without their texts. A message that was not taken is tried again for five days."
    static let needs = Need<Self>(.viewMail)
    static let places: [Place<Self>] = [.area(.administration, after: AuditTable.self)]
    static let form = Form(Self.init, Field("state", \.state, .optional(.cases(\.words)), "State"))
    static let columns: [Column<Row>] = [
        Column("occasion", "Occasion", { $0.record.occasion ?? "mail of another module" }),
        Column(
            "to", "To",
            { row in row.record.recipient.flatMap { id in row.record.recipientName.map { MemberValue(id, name: $0) } } }
        ),
        Column("state", "State", \.record.state, words: \.words, tone: \.tone),
        Column("reason", "Why it was withdrawn", { $0.record.withdrawalReason?.words }),
        Column("queued", "Written", \.record.queuedAt),
        Column("sent", "Sent", \.record.sentAt),
        Column("attempts", "Attempts", \.record.attempts),
    ]
    static let fileColumns: [Column<Row>] = [
        Column("key", "Key", \.record.key), Column("message-id", "Message-ID", \.record.messageID),
    ]

    func page(_ request: PageRequest, in service: MailService, for caller: Caller) async throws -> Page<Row> {
        try page(of: await service.list(state, as: caller.principal).map(Row.init), request)
    }
}

/// Which mail the reader gets.
struct MailChoicesSheet: Sheet {
    typealias Provider = Mail
    static let name: SurfaceName = "choices"
    static let title: Words = "My mail"
    static let help: Words =
        "Choose which kinds of mail you get. Mail about an invitation or your address always comes."
    static let needs = Need<Self>(.chooseMail, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: MailService, for caller: Caller) async throws -> [Block] {
        let member = try caller.member
        let optedOut = try await service.optedOut(of: member, as: caller.principal)
        return MailKind.allCases.flatMap { kind -> [Block] in
            let gets = !optedOut.contains(kind)
            return [
                .facts([
                    Fact(kind.words, gets ? StateValue("you get it", .good) : StateValue("you do not get it", .neutral))
                ]),
                .act(ChooseMail(kind: kind, gets: !gets)),
            ]
        }
    }
}

/// Opts the caller out of a kind of mail, or in again.
struct ChooseMail: Act {
    let kind: MailKind
    let gets: Bool

    typealias Provider = Mail
    static let name: SurfaceName = "choose"
    static let title: Words = "Choose"
    static let needs = Need<Self>(.chooseMail, in: .anywhere)
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("kind", \.kind, .cases(\.words), "Kind of mail"),
        Field("gets", \.gets, .flag, "I want to get it"))

    func perform(in service: MailService, for caller: Caller) async throws -> Outcome {
        let member = try caller.member
        try await service.setOptedOut(!gets, of: kind, for: member, as: caller.principal)
        return Outcome("Your choice is kept.", next: MailChoicesSheet())
    }
}

/// What the link in a mail opts out of.
struct OptOutSheet: Sheet {
    let token: String

    typealias Provider = Mail
    static let name: SurfaceName = "unsubscribe"
    static let title: Words = "Stop getting this mail"
    static let help: Words = "Nothing changes before you confirm it."
    static let needs = Need<Self>(.optOut)
    static let form = Form(Self.init, Field("token", \.token, .hidden, "Token"))

    static func isPresent(in service: MailService) -> Bool { service.settings.optOutLink != nil }

    func blocks(in service: MailService, for caller: Caller) async throws -> [Block] {
        let summary = try await service.optOutSummary(ofToken: token, as: caller.principal)
        if summary.isOptedOut {
            return [.text("You no longer get \(summary.kind.words) from \(summary.organization).")]
        }
        return [
            .text("You get \(summary.kind.words) from \(summary.organization)."), .act(OptOut(token: token)),
        ]
    }
}

/// Opts out of the kind of mail that a token came with.
struct OptOut: Act {
    let token: String

    typealias Provider = Mail
    static let name: SurfaceName = "opt-out"
    static let title: Words = "Stop getting this mail"
    static let needs = Need<Self>(.optOut)
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("token", \.token, .hidden, "Token"))

    static func isPresent(in service: MailService) -> Bool { service.settings.optOutLink != nil }

    func perform(in service: MailService, for caller: Caller) async throws -> Outcome {
        try await service.optOut(token: token, as: caller.principal)
        return Outcome("You no longer get this mail.")
    }
}

// MARK: - In words

extension MailState {
    fileprivate var words: Words {
        switch self {
        case .waiting: "waiting"
        case .sent: "\(context: "message")sent"
        case .refused: "refused"
        case .withdrawn: "\(context: "message")withdrawn"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .waiting, .withdrawn: .neutral
        case .sent: .good
        case .refused: .bad
        }
    }
}

extension MailKind {
    fileprivate var words: Words {
        switch self {
        case .messages: "messages that a person wrote"
        case .reminders: "reminders of something that is due"
        case .notes: "regular notes that you asked for"
        }
    }
}

extension WithdrawalReason {
    fileprivate var words: Words {
        switch self {
        case .removed: "the member was removed or left"
        case .deactivated: "the member is deactivated"
        case .noAddress: "the member has no address"
        case .optedOut: "the member does not want this kind of mail"
        case .outdated: "it was out of date"
        case .replaced: "a newer message says the same"
        case .notAllowed: "the recipient may no longer see it, or the author may no longer write it"
        }
    }
}
