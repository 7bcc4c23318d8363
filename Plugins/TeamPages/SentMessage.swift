public import Atrium

public import struct Foundation.Date

/// A message that was sent, as those see it who may send there.
public struct SentMessage: Sendable, Equatable {
    public let id: ID<SentMessage>
    public let sender: MemberID
    public let message: Message
    public let sentAt: Date
    /// How many people it went to so far.
    public let recipientCount: Int
    /// How many of them did not get it: they get no messages by their own choice, or were not active any more when it was
    /// handed over.
    public let missedCount: Int
    /// Whether it went to everybody.
    public let isComplete: Bool

    /// Up to which member the recipients were looked for.
    let cursor: MemberID?

    private static let columns: SQL = """
        m.id, m.sender, m.audience, m.subject, m.text, m.sent_at, m.recipient_count, m.is_complete, m.cursor,
        m.missed_count, (
            SELECT group_concat(target_id) FROM teampages_target t WHERE t.message_id = m.id)
        """

    private init(_ row: Row) throws {
        (id, sender, sentAt, recipientCount) = (try row[0], try row[1], try row[5], try row[6])
        (isComplete, cursor) = (try row[7], try row[8])
        missedCount = try row[9]
        let (targets, kind): (String?, MessageAudience.Kind) = (try row[10], try row[2])
        message = Message(
            to: MessageAudience(kind, targets?.split(separator: ",") ?? []), subject: try row[3], text: try row[4])
    }

    /// Messages that meet a condition, in its order.
    static func rows(where condition: SQL, in work: UnitOfWork) throws -> [SentMessage] {
        try work.rows("SELECT \(columns) FROM teampages_message m WHERE \(condition)", make: SentMessage.init)
    }

    /// Whether the principal may see it: all, who may write to everybody; others what went to their teams alone, and what
    /// they wrote to single members.
    static func isSeen(_ reach: Reach, by principal: Principal) -> SQL {
        """
        (\(reach.everyone) OR m.audience = 'members' AND m.sender = \(principal.member)
            OR m.audience = 'teams' AND NOT EXISTS (
                SELECT 1 FROM teampages_target t WHERE t.message_id = m.id
                    AND t.target_id NOT IN (SELECT value FROM json_each(\(json: reach.teams)))))
        """
    }
}

public struct MessagePage: Sendable, PagedList {
    public static let listName: StaticString = "teampages.messages"
    public typealias Position = ID<SentMessage>

    /// The newest first.
    public let messages: [SentMessage]
    /// Where the next page starts; `nil` behind the last.
    public let next: Cursor?
}

/// Somebody to whom a message went.
public struct MessageRecipient: Sendable, Equatable {
    public let member: MemberID
    public let name: String
    /// Whether they did not get it; not for which reason.
    public let isMissed: Bool
}

public struct RecipientPage: Sendable, PagedList {
    public static let listName: StaticString = "teampages.recipients"
    /// The message, and somebody to whom it went.
    public typealias Position = PagePosition<ID<SentMessage>, MemberID>

    /// In the order in which they became members.
    public let recipients: [MessageRecipient]
    /// Where the next page starts; `nil` behind the last.
    public let next: Cursor?
}

extension MessageAudience {
    enum Kind: String, ColumnValue { case organization, teams, members }

    var kind: Kind {
        switch self {
        case .organization: .organization
        case .teams: .teams
        case .members: .members
        }
    }

    /// The ids of what it names.
    var targets: [String] {
        switch self {
        case .organization: []
        case .teams(let ids): ids.map(\.description)
        case .members(let ids): ids.map(\.description)
        }
    }

    fileprivate init(_ kind: Kind, _ targets: [Substring]) {
        self =
            switch kind {
            case .organization: .organization
            case .teams: .teams(Set(targets.compactMap { TeamID($0) }))
            case .members: .members(Set(targets.compactMap { MemberID($0) }))
            }
    }
}
