public import Atrium

public import struct Foundation.Date

/// A message that was sent. Members who may send to its audience can see it.
public struct SentMessage: Sendable, Equatable {
    /// Greater for a message that was sent later.
    public let id: ID<SentMessage>
    /// The member who wrote the message.
    public let sender: MemberID
    /// The message as it was sent.
    public let message: Message
    /// When it was sent. The members of the audience at that time get it.
    public let sentAt: Date
    /// The number of people for whom mail was written so far.
    public let recipientCount: Int
    /// The number of these people who did not get it, because they get no messages by their own choice or were no longer active
    /// when their mail was due to be sent.
    public let missedCount: Int
    /// Whether mail was written for all recipients.
    public let isComplete: Bool

    /// The last member that was looked at in the search for recipients.
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

    /// The messages that meet a condition. The condition may end with an order and a limit.
    static func rows(where condition: SQL, in work: UnitOfWork) throws -> [SentMessage] {
        try work.rows("SELECT \(columns) FROM teampages_message m WHERE \(condition)", make: SentMessage.init)
    }

    /// The condition for messages that the principal may see. A principal who may write to everybody sees all messages. Others
    /// see the messages to their teams alone, and their own messages to single members.
    static func isSeen(_ reach: Reach, by principal: Principal) -> SQL {
        """
        (\(reach.everyone) OR m.audience = 'members' AND m.sender = \(principal.member)
            OR m.audience = 'teams' AND NOT EXISTS (
                SELECT 1 FROM teampages_target t WHERE t.message_id = m.id
                    AND t.target_id NOT IN (SELECT value FROM json_each(\(json: reach.teams)))))
        """
    }
}

/// One page of the sent messages.
public struct MessagePage: Sendable, PagedList {
    public static let listName: StaticString = "teampages.messages"
    public typealias Position = ID<SentMessage>

    /// The newest come first.
    public let messages: [SentMessage]
    /// Where the next page starts; `nil` after the last page.
    public let next: Cursor?
}

/// A recipient of a message.
public struct MessageRecipient: Sendable, Equatable {
    /// The member for whom mail was written.
    public let member: MemberID
    /// The member's name now.
    public let name: String
    /// Whether the member did not get the message. The reason is not given.
    public let isMissed: Bool
}

/// One page of the recipients of a message.
public struct RecipientPage: Sendable, PagedList {
    public static let listName: StaticString = "teampages.recipients"
    /// The message, and one of its recipients.
    public typealias Position = PagePosition<ID<SentMessage>, MemberID>

    /// Sorted by the time when they became members.
    public let recipients: [MessageRecipient]
    /// Where the next page starts; `nil` after the last page.
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

    /// The ids of the teams or members in the audience.
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
